package io.ledgerline.deploy.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.deploy.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A link between the pages leads to a file, and to a heading of it. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+)$");

  static List<Path> pages() throws IOException {
    try (Stream<Path> root = Files.list(SourceTree.ROOT);
        Stream<Path> docs = Files.walk(SourceTree.ROOT.resolve("docs"))) {
      return Stream.of(root, docs, Stream.of(SourceTree.CHART.resolve("README.md")))
          .flatMap(it -> it)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLinkLeadsSomewhere(Path page) {
    for (String link : matches(LINK, SourceTree.read(page)).toList()) {
      if (link.matches("[a-z]+:.*")) {
        continue;
      }
      String[] parts = link.split("#", 2);
      Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
      assertThat(target).as("%s in %s", link, page).exists();
      if (parts.length == 2) {
        assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
      }
    }
  }

  private static Set<String> anchors(Path page) {
    return matches(HEADING, SourceTree.read(page))
        .map(it -> it.toLowerCase().replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }
}
