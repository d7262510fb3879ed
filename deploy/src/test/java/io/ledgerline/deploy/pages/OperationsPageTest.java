package io.ledgerline.deploy.pages;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.deploy.Page;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for operators names the topics that the services use. */
class OperationsPageTest {
  @Test
  void thePageListsEveryTopic() {
    Page.partIsUpToDate(
        "docs/operations.md",
        "topics",
        Topics.ALL.stream()
            .map(
                topic ->
                    "| `%s` | %d | %s |\n"
                        .formatted(
                            topic.name(),
                            topic.partitions(),
                            topic.compacted() ? "compact" : "delete"))
            .collect(
                Collectors.joining(
                    "", "\n| topic | partitions | clean-up policy |\n|---|---|---|\n", "\n")));
  }
}
