package io.ledgerline.report.rollup.rebuild;

import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * A job that rebuilds whole months of rollups from the ledger.
 *
 * @param id its identity
 * @param tenant who asked; the partitions hold everybody's rollups
 * @param wish what was asked for
 * @param state where it stands
 * @param origin when and by whom it was asked for
 * @param startedAt of the first attempt; null before
 * @param completedAt null while it is not done
 * @param fencing grows with each claim
 * @param attempts how often it was begun
 * @param progress null before it is begun and when it is done
 * @param failure why it failed or waits; null when neither
 */
public record Rebuild(
    UUID id,
    TenantId tenant,
    RebuildWish wish,
    RebuildState state,
    Origin origin,
    Instant startedAt,
    Instant completedAt,
    long fencing,
    int attempts,
    RebuildProgress progress,
    RebuildFailure failure) {
  /**
   * Where it comes from.
   *
   * @param createdAt when
   * @param createdBy the public part of the caller's key
   */
  public record Origin(Instant createdAt, String createdBy) {}
}
