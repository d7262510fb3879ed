package io.ledgerline.deploy.pages;

import io.ledgerline.deploy.Page;
import io.ledgerline.platform.problem.ErrorCode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page of error codes says what a service answers at {@code /problems/<code>}. */
class ProblemsPageTest {
  @Test
  void thePageExplainsEveryCode() {
    Page.partIsUpToDate(
        "docs/problems.md",
        "codes",
        Arrays.stream(ErrorCode.values())
            .map(
                code ->
                    "\n### `%s` (%d)\n\n**%s.** %s\n\n%s\n"
                        .formatted(
                            code.code(),
                            code.status(),
                            code.title(),
                            code.explanation(),
                            code.fix()))
            .collect(Collectors.joining("", "", "\n")));
  }
}
