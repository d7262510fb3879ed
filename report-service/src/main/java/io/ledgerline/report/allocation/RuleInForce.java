package io.ledgerline.report.allocation;

import java.util.Comparator;
import java.util.UUID;

/**
 * A rule that counts in some time.
 *
 * @param entry the entry that says so
 * @param pool what it spreads
 * @param rule how
 */
public record RuleInForce(UUID entry, Pool pool, AllocationRule rule) {
  /** As pools are spread: by the stated order, of equal ones providers first. */
  public static final Comparator<RuleInForce> ORDER =
      Comparator.<RuleInForce>comparingInt(rule -> rule.rule().order())
          .thenComparing(RuleInForce::pool);
}
