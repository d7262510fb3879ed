package io.ledgerline.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ReconciliationTextTest {
  private static final String OUTCOME =
      """
      {"from":"2026-02-01T00:00:00Z","to":"2026-02-02T00:00:00Z","watermark":42,
       "chainHead":"00112233445566778899aabbccddeeff","verdict":"UNRECONCILED",
       "lines":{"compared":3,"agreeing":2,"pending":0,"differing":1},
       "totals":[{"accepted":"8819","inLedger":"8819","published":"8819","rolledUp":"8819",
         "reported":"8819","later":"0","unreported":"0"},
        {"meter":"input_tokens","accepted":"18059974.5","inLedger":"18059974.5",
         "published":"18059974.5","rolledUp":"18059975.5","reported":"18059974.5","later":"0",
         "unreported":"0"}],
       "items":[{"hour":"2026-02-01T08:00:00Z","sourceAccount":"one","meter":"input_tokens",
         "accepted":"15","inLedger":"15","published":"15","rolledUp":"16","agrees":false,
         "state":"DIFFERS","differing":["rolledUp"],
         "findings":[{"stage":"rolledUp","cause":"rollup-differs","batches":[],
           "events":[{"source":"gateway","id":"b"},{"identity":"abcd"}],"eventCount":12}]}]}""";

  @Test
  void sumsAndDifferencesAreToldWithTheirEvents() throws IOException {
    StringWriter text = new StringWriter();
    ReconciliationText.print(new PrintWriter(text), new JsonMapper().readTree(OUTCOME));
    assertThat(text.toString())
        .contains("seal 42, chain 0011223344556677…")
        .contains("18,059,974.5")
        .contains("UNRECONCILED: 1 of 3 lines differ, 0 wait")
        .contains("2026-02-01T08:00:00Z  one  input_tokens  DIFFERS at rolledUp")
        .contains("accepted 15, inLedger 15, published 15, rolledUp 16")
        .contains("rollup-differs: 12 events")
        .contains("      gateway  b\n      identity abcd\n      … (2 more");
  }

  @Test
  void theExitStatusTellsAgreementDifferenceAndWaiting() {
    assertThat(ReconcileCommand.status("RECONCILED")).isZero();
    assertThat(ReconcileCommand.status("UNRECONCILED")).isEqualTo(1);
    assertThat(ReconcileCommand.status("PENDING")).isEqualTo(2);
    assertThat(ReconcileCommand.status("")).isEqualTo(ReconcileCommand.FAILED);
  }
}
