package io.ledgerline.report.rating;

import io.ledgerline.contracts.Money;
import java.util.List;

/**
 * What rating says of one event.
 *
 * @param lines one for each meter that was used and has a cost
 * @param unrated those that have none; never counted as zero
 * @param cost the exact sum of what is billed; zero when there is no line
 */
public record RatedEvent(List<RatedLine> lines, List<UnratedLine> unrated, Money cost) {
  /** Copies. */
  public RatedEvent {
    lines = List.copyOf(lines);
    unrated = List.copyOf(unrated);
  }

  /** Whether something was used that has no cost. */
  public boolean isUnrated() {
    return !unrated.isEmpty();
  }

  /** Whether what it costs depends on the events before it. */
  public boolean addsUp() {
    return lines.stream().anyMatch(line -> line.basis().addsUp());
  }

  /** Whether nothing that was used has a cost, though something was used. */
  public boolean isWhollyUnrated() {
    return lines.isEmpty() && isUnrated();
  }
}
