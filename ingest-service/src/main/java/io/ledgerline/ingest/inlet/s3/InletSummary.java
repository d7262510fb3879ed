package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * How far the inlet is.
 *
 * @param objects objects by state
 * @param events outcomes of all lines so far
 */
@RegisterForReflection(targets = {InletSummary.class, InletSummary.Objects.class})
public record InletSummary(Objects objects, OutcomeCounts events) {
  /**
   * Objects by state.
   *
   * @param done read to the end
   * @param pending waiting or being read
   * @param skipped no logs
   * @param failed not readable; see the quarantine
   */
  public record Objects(long done, long pending, long skipped, long failed) {}
}
