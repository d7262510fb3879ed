package io.ledgerline.ingest.ledger.batch;

import java.util.Objects;
import java.util.UUID;

/**
 * A row of the ledger that is still to be written.
 *
 * @param identity digest of what makes it the same event
 * @param body digest of what it says
 * @param id the source's own id
 * @param dimensionSetId number of its dimension set, whose sign is the fact's
 * @param fact what its batch's message will say of it
 * @param labels its tags and attributes as JSON; null when there are none
 */
public record LedgerRow(
    UUID identity, UUID body, String id, int dimensionSetId, Fact fact, String labels) {
  /** Checks that all is there. */
  public LedgerRow {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(fact, "fact");
  }
}
