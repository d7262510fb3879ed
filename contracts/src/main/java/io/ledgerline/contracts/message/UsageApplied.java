package io.ledgerline.contracts.message;

import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * report-service's receipt for a {@link UsageBatch}; until it arrives the batch is not done and is
 * published again.
 *
 * @param batchId the batch
 * @param tenant whose usage it is
 * @param outcome what became of it
 * @param at when, by report-service's database clock
 */
public record UsageApplied(UUID batchId, TenantId tenant, Outcome outcome, Instant at) {
  /** What became of a batch. */
  public enum Outcome {
    /** It is in the rollups (now or by an earlier record). */
    APPLIED,
    /** It could not be applied and lies in the dead-letter topic. */
    DEAD_LETTERED
  }

  /** Checks that all is there. */
  public UsageApplied {
    Objects.requireNonNull(batchId, "batchId");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(at, "at");
  }
}
