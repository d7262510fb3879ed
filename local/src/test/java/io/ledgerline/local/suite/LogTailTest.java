package io.ledgerline.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  @TempDir private Path folder;

  @Test
  void theLastLineOfTroubleSaysMoreThanStackTraceOrFarewell() {
    assertThat(
            LogTail.lastWords(
                List.of(
                    "INFO  starting",
                    "java.net.BindException: Address already in use",
                    "\tat io.vertx.Server.listen(Server.java:1)",
                    "\t... 12 more",
                    "INFO  stopped in 0.1 s")))
        .isEqualTo("java.net.BindException: Address already in use");
  }

  @Test
  void withoutTroubleTheLastLineCounts() {
    assertThat(LogTail.lastWords(List.of("one", "two", "", "  "))).isEqualTo("two");
    assertThat(LogTail.lastWords(List.of())).isEmpty();
  }

  @Test
  void linesOfAnEarlierStartAreLeftOut() throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), "old\nnew\nnewer\n");

    assertThat(LogTail.lines(log, 4)).containsExactly("new", "newer");
    assertThat(LogTail.lines(folder.resolve("none.log"), 0)).isEmpty();
  }
}
