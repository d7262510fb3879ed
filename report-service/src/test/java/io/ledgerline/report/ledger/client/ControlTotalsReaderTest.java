package io.ledgerline.report.ledger.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.ledger.ControlTotals;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ControlTotalsReaderTest {
  private static ControlTotals read(String json) {
    try (ControlTotalsReader reader =
        new ControlTotalsReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))) {
      return reader.skipBatches();
    }
  }

  @Test
  void monthsThatAreArchivedAreToldBesideWhatTheyCameTo() {
    ControlTotals totals =
        read(
            """
            {"watermark": 3, "openQuarter": false, "archivedMonths": ["2017-09", "2017-10"],
             "events": 2, "quantities": {"requests": "2"}, "later": {"unknown": [1]},
             "batches": [{"batchId": "00000000-0000-0000-0000-000000000001", "events": 2,
               "quantities": {"requests": "2"}}]}""");

    assertThat(totals.archivedMonths()).containsExactly("2017-09", "2017-10");
    assertThat(totals.events()).isEqualTo(2);
    assertThat(totals.batches()).isEqualTo(1);
  }

  @Test
  void ofALedgerThatHasAllItsRowsThereAreNone() {
    assertThat(read("{\"openQuarter\":true,\"events\":0,\"batches\":[]}").archivedMonths())
        .isEmpty();
  }
}
