package io.ledgerline.deploy.pages;

import io.ledgerline.deploy.Page;
import io.ledgerline.deploy.SourceTree;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page on access lists what every call does for keys that see only a part of the tenant. */
class AccessPageTest {
  private static final List<String> SERVICES =
      List.of("ingest-service", "report-service", "notify-service");

  @Test
  void thePageListsTheCallsOfEveryService() {
    String tables = SERVICES.stream().map(AccessPageTest::table).collect(Collectors.joining("\n"));
    Page.partIsUpToDate("docs/access.md", "scopes", "\n" + tables + "\n");
  }

  private static String table(String service) {
    return SourceTree.read(service + "/src/test/resources/scopes.txt")
        .lines()
        .map(line -> line.split(" "))
        .map(call -> "| `%s %s` | %s |\n".formatted(call[1], call[0], meaning(call[2])))
        .collect(Collectors.joining("", "| " + service + " | with a scope |\n|---|---|\n", ""));
  }

  private static String meaning(String mark) {
    return switch (mark) {
      case "keeps" -> "cut to it";
      case "no-usage" -> "the same for everybody";
      default -> "refused";
    };
  }
}
