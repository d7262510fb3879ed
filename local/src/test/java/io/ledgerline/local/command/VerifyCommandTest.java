package io.ledgerline.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerifyCommandTest {
  private static final String HEAD = "ab".repeat(32);
  private static final String END =
      """
      {"end":true,"batches":2,"events":21,"findings":%d,"sealNo":1234,"chainHead":"%s","chainAt":"%s"}""";

  private final StringWriter text = new StringWriter();

  private VerificationText told(String expectedHead, String... lines) throws IOException {
    VerificationText told =
        new VerificationText(new PrintWriter(text, true), null, expectedHead, 17L);
    for (String line : lines) {
      told.line(new JsonMapper().readTree(line));
    }
    return told;
  }

  @Test
  void onlyAnEndWithoutFindingsProves() throws IOException {
    assertThat(told(null, "{\"checkedBatches\":1,\"of\":2}", END.formatted(0, HEAD, HEAD)).finish())
        .isTrue();
    assertThat(told(null, END.formatted(1, HEAD, HEAD)).finish()).isFalse();
    assertThat(told(null, "{\"checkedBatches\":1,\"of\":2}").finish()).isFalse();
    assertThat(text.toString()).contains("broke off", "1,234 seals", HEAD);
  }

  @Test
  void aHeadThatIsNotTheExpectedOneMeansARewrittenLedger() throws IOException {
    assertThat(told(HEAD.toUpperCase(java.util.Locale.ROOT), END.formatted(0, HEAD, HEAD)).finish())
        .isTrue();
    assertThat(told("cd".repeat(32), END.formatted(0, HEAD, HEAD)).finish()).isFalse();
    assertThat(text.toString()).contains("rewritten");
  }

  @Test
  void aFindingNamesItsEvents() throws IOException {
    told(
        null,
        """
        {"finding":"row-changed","batchId":"b-1","events":[{"source":"gateway","id":"e-3"},
         {"source":"gateway","identity":"abcd"}],"detail":"The row is not what was committed."}""");

    assertThat(text.toString())
        .contains("row-changed", "b-1", "event gateway e-3", "event gateway identity abcd");
  }

  @Test
  void aHeadNeedsItsSealNumber() {
    CommandLine line = new CommandLine(new VerifyCommand());
    line.setErr(new PrintWriter(text, true));

    assertThat(line.execute("--expect-head", HEAD)).isEqualTo(VerifyCommand.FAILED);
    assertThat(line.execute("--expect-head", "xyz", "--at", "1")).isEqualTo(VerifyCommand.FAILED);
    assertThat(text.toString()).contains("--at");
  }
}
