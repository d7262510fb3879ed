package io.ledgerline.ingest.inlet.quarantine;

import io.smallrye.mutiny.Uni;

/** Reads what an entry points to and tries it again; the inlet it came from knows how. */
public interface Replayer {
  /**
   * Tries again. Notes the outcome by {@link Quarantine#replayed} in the transaction that records
   * it.
   *
   * @param entry open
   * @return fails when the object cannot be read
   */
  Uni<Void> replay(QuarantineEntry entry);
}
