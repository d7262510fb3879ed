package io.ledgerline.report.testing;

import io.ledgerline.contracts.message.UsageBatch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The stubbed ledger's batches as they are published. */
final class StubbedMessages {
  private StubbedMessages() {}

  /** The lines of the message stream but for the last. */
  static List<Object> of(
      List<StubbedBatch> batches, Instant from, Instant to, long after, long watermark) {
    List<Object> lines = new ArrayList<>();
    for (long sealNo = after + 1; sealNo <= watermark; sealNo++) {
      StubbedBatch batch = batches.get((int) sealNo - 1);
      if (batch.lines().stream().anyMatch(l -> !l.time().isBefore(from) && l.time().isBefore(to))) {
        lines.add(Map.of("sealNo", sealNo, "batch", message(batch)));
      }
    }
    return lines;
  }

  private static UsageBatch message(StubbedBatch batch) {
    return LedgerFixture.message(batch);
  }
}
