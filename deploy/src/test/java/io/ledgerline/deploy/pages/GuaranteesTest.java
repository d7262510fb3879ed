package io.ledgerline.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A guarantee names tests that are there. */
class GuaranteesTest {
  private static final Pattern CASE = Pattern.compile("(?m)^\\| *([0-9]+) \\| (.*) \\|$");
  private static final Pattern NUMBERED = Pattern.compile("^case([0-9]+(?:And[0-9]+)*)");
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

  /** Each contract has so many acceptance cases, and each of them tests that bear its number. */
  @ParameterizedTest
  @CsvSource({"bedrock, 15", "comet, 13", "dynamoguard, 14", "smarter, 15", "vergeos, 15"})
  void everyAcceptanceCaseOfAContractIsATestNamedAfterIt(String vendor, int cases)
      throws IOException {
    String page = SourceTree.read("docs/vendors/" + vendor + ".md");
    assertThat(page).contains("## Acceptance cases");
    String table = page.substring(page.indexOf("## Acceptance cases"));
    List<MatchResult> rows = CASE.matcher(table).results().toList();

    assertThat(rows.stream().map(row -> Integer.valueOf(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, cases).boxed().toList());
    for (MatchResult row : rows) {
      List<String> named =
          NAMED.matcher(row.group(2)).results().map(test -> test.group(2)).toList();
      assertThat(named).as("tests of case %s", row.group(1)).isNotEmpty();
      assertThat(row.group(2)).as("tests are named Class.method").doesNotContain("#");
      assertThat(named)
          .allSatisfy(test -> assertThat(numbers(test)).contains(Integer.valueOf(row.group(1))));
    }
    assertNamedTestsExist(table, tests());
  }

  /** The numbers that a test's name begins with: {@code case03And04…}. */
  private static List<Integer> numbers(String test) {
    Matcher begins = NUMBERED.matcher(test);
    return begins.find()
        ? Stream.of(begins.group(1).split("And")).map(Integer::valueOf).toList()
        : List.of();
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
