package io.ledgerline.report.rollup;

import io.ledgerline.contracts.usage.SampledResource;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A fact that brings samples of a resource. What rollups count of it they count as of every fact.
 *
 * @param resource whose samples they are, and whether it is gone
 * @param set index of its dimension set in {@link BatchTally#sets}
 * @param at when it was looked at, whole microseconds
 * @param sign 1 for samples that are added, -1 for samples that are taken back
 * @param values what was there, by meter, but for what everybody counts; may be empty
 */
public record SampledFact(
    SampledResource resource, int set, Instant at, int sign, List<Value> values) {
  /** A meter and how much there was of it. */
  public record Value(String meter, BigDecimal quantity) {}

  /** Copies. */
  public SampledFact {
    values = List.copyOf(values);
  }
}
