package io.ledgerline.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A guarantee names tests that are there. */
class GuaranteesTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|IT))(?:\\.(\\w+))?`");

  @Test
  void everyTestThatAGuaranteeNamesExists() throws IOException {
    String page = SourceTree.read("docs/guarantees.md");
    Map<String, Path> tests = tests();

    assertThat(NAMED.matcher(page).results()).hasSizeGreaterThan(30);
    assertNamedTestsExist(page, tests);
  }

  @Test
  void everyTestThatAVendorsPageNamesExists() throws IOException {
    Map<String, Path> tests = tests();
    try (Stream<Path> pages = Files.list(SourceTree.ROOT.resolve("docs/vendors"))) {
      for (Path page : pages.toList()) {
        assertNamedTestsExist(SourceTree.read(page), tests);
      }
    }
  }

  @Test
  void everyGuaranteeNamesItsTests() {
    String[] guarantees = SourceTree.read("docs/guarantees.md").split("\n## ");

    assertThat(guarantees).hasSizeGreaterThan(5);
    for (int i = 1; i < guarantees.length; i++) {
      assertThat(guarantees[i]).contains("*Tests:* `");
    }
  }

  private static void assertNamedTestsExist(String page, Map<String, Path> tests) {
    for (MatchResult match : NAMED.matcher(page).results().toList()) {
      assertThat(tests).containsKey(match.group(1));
      if (match.group(2) != null) {
        assertThat(SourceTree.read(tests.get(match.group(1))))
            .as(match.group())
            .contains("void " + match.group(2) + "(");
      }
    }
  }

  private static Map<String, Path> tests() throws IOException {
    try (Stream<Path> modules = Files.list(SourceTree.ROOT)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(GuaranteesTest::filesBelow)
          .collect(
              Collectors.toMap(
                  file -> file.getFileName().toString().replace(".java", ""),
                  file -> file,
                  (one, ignored) -> one));
    }
  }

  private static Stream<Path> filesBelow(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
