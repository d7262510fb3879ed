package io.ledgerline.ingest.ledger;

import java.util.Collection;

/**
 * How many events had which outcome.
 *
 * @param recorded in the ledger by these calls
 * @param duplicate there already, same body
 * @param conflict there already, other body
 * @param rejected not kept
 */
public record OutcomeCounts(long recorded, long duplicate, long conflict, long rejected) {
  /** Nothing yet. */
  public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0);

  /** Counts outcomes. */
  public static OutcomeCounts of(Collection<Outcome> outcomes) {
    long[] counts = new long[Outcome.Status.values().length];
    outcomes.forEach(outcome -> counts[outcome.status().ordinal()]++);
    return new OutcomeCounts(
        counts[Outcome.Status.RECORDED.ordinal()],
        counts[Outcome.Status.DUPLICATE.ordinal()],
        counts[Outcome.Status.CONFLICT.ordinal()],
        counts[Outcome.Status.REJECTED.ordinal()]);
  }

  /** The sum of both. */
  public OutcomeCounts plus(OutcomeCounts other) {
    return new OutcomeCounts(
        recorded + other.recorded,
        duplicate + other.duplicate,
        conflict + other.conflict,
        rejected + other.rejected);
  }

  /** How many had a given outcome. */
  public long of(Outcome.Status status) {
    return switch (status) {
      case RECORDED -> recorded;
      case DUPLICATE -> duplicate;
      case CONFLICT -> conflict;
      case REJECTED -> rejected;
    };
  }
}
