package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import java.util.List;
import java.util.SortedMap;

/**
 * What rating says of one usage.
 *
 * @param lines one per meter that has a price and was used
 * @param unrated used meters without a price; never counted as zero
 * @param cost the exact sum of the lines; zero when there is none
 */
public record Rated(List<RatedLine> lines, SortedMap<MeterName, Quantity> unrated, Money cost) {
  /** Whether something was used that has no price. */
  public boolean isUnrated() {
    return !unrated.isEmpty();
  }

  /** Whether nothing that was used has a price, though something was used. */
  public boolean isWhollyUnrated() {
    return lines.isEmpty() && isUnrated();
  }
}
