package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Dimensions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts accepted events into batches whose message stays below what a record may have. */
public final class BatchCutter {
  /** Most events in one batch; a position is a 16-bit number, and a repeat should stay cheap. */
  public static final int MAX_EVENTS = 5000;

  private static final int MAX_BYTES = UsageBatch.MAX_BYTES - 16 * 1024;

  private BatchCutter() {}

  /**
   * Cuts in order, without leaving anything out.
   *
   * @return where each batch ends (exclusive), ascending; the last is {@code facts.size()}; empty
   *     for no facts
   */
  public static List<Integer> ends(List<Fact> facts) {
    List<Integer> ends = new ArrayList<>();
    Set<Dimensions> known = new HashSet<>();
    int start = 0;
    int bytes = MessageSize.ENVELOPE;
    for (int i = 0; i < facts.size(); i++) {
      Fact fact = facts.get(i);
      int own = MessageSize.of(fact.quantities());
      int withDimensions = own + MessageSize.of(fact.dimensions());
      int added = known.contains(fact.dimensions()) ? own : withDimensions;
      if (i > start && (i - start == MAX_EVENTS || bytes + added > MAX_BYTES)) {
        ends.add(i);
        start = i;
        known.clear();
        bytes = MessageSize.ENVELOPE;
        added = withDimensions;
      }
      known.add(fact.dimensions());
      bytes += added;
    }
    if (!facts.isEmpty()) {
      ends.add(facts.size());
    }
    return ends;
  }
}
