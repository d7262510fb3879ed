package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LabelsJson;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.intern.DimensionSets;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the ledger that adds usage.
 *
 * @param place where it is
 * @param identity digest of what makes it the same event
 * @param source who said it
 * @param sourceId the source's number
 * @param id the source's own id
 * @param time charge time
 * @param dimensions where it came from and what was used
 * @param quantities how much, by meter
 * @param labels tags and attributes as JSON; null when there are none
 */
record StoredRow(
    Place place,
    UUID identity,
    String source,
    int sourceId,
    String id,
    Instant time,
    Dimensions dimensions,
    Quantities quantities,
    String labels) {
  /** The dimension set of the row that takes this one back. */
  DimensionSets.Key reversed(TenantId tenant) {
    return new DimensionSets.Key(tenant, sourceId, dimensions, QuantityText.meters(quantities), -1);
  }

  /**
   * The row that takes this one back: the same in everything but the sign.
   *
   * @param body digest of what this row says
   * @param reversedSet number of the set {@link #reversed}
   */
  LedgerRow reversal(UUID body, int reversedSet) {
    Fact taken =
        new Fact(
            dimensions,
            time,
            quantities,
            -1,
            LabelsJson.tags(labels),
            LabelsJson.sampled(source, labels));
    return new LedgerRow(identity, body, id, reversedSet, taken, labels);
  }
}
