package io.ledgerline.report.reconciliation;

import io.ledgerline.report.ledger.LedgerFinding.EventRef;
import java.util.ArrayList;
import java.util.List;

/** Names the first events and counts the others. Not safe for several threads. */
public final class EventNames {
  private final List<EventRef> first = new ArrayList<>();
  private long count;

  /** Takes the next event. */
  public void add(EventRef event) {
    count++;
    if (first.size() < LineFinding.MOST) {
      first.add(event);
    }
  }

  /** Takes what another has, after its own. */
  public void addAll(EventNames other) {
    count += other.count - other.first.size();
    other.first.forEach(this::add);
  }

  /** The first {@link LineFinding#MOST}. */
  public List<EventRef> first() {
    return List.copyOf(first);
  }

  /** How many there are. */
  public long count() {
    return count;
  }
}
