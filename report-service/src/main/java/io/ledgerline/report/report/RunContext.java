package io.ledgerline.report.report;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import java.util.Objects;
import java.util.UUID;

/**
 * Which run a report is written for: for kinds that read more than the ledger's detail. What they
 * read is to be cut at the marks, so that the same marks give the same bytes.
 *
 * @param run the run's identity
 * @param tenant whose report it is
 * @param scope what of the tenant it is made of; null for all
 * @param marks what fixes the run's bytes
 */
public record RunContext(UUID run, TenantId tenant, AccessScope scope, RunMarks marks) {
  /** Checks that all is there. */
  public RunContext {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(marks, "marks");
  }
}
