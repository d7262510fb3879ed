package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.message.UsageBatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cuts rows into batches whose message stays below what a record may have. */
public final class BatchCutter {
  /** Most events in one batch; a position is a 16-bit number, and a repeat should stay cheap. */
  public static final int MAX_EVENTS = 5000;

  private static final int MAX_BYTES = UsageBatch.MAX_BYTES - 16 * 1024;

  private BatchCutter() {}

  /**
   * Cuts in order, without leaving anything out.
   *
   * @return where each batch ends (exclusive), ascending; the last is {@code rows.size()}; empty
   *     for no rows
   */
  public static List<Integer> ends(List<LedgerRow> rows) {
    List<Integer> ends = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    int start = 0;
    int bytes = MessageSize.ENVELOPE;
    for (int i = 0; i < rows.size(); i++) {
      Fact fact = rows.get(i).fact();
      int set = rows.get(i).dimensionSetId();
      int own = MessageSize.of(fact.quantities());
      int added = known.add(set) ? own + MessageSize.of(fact.dimensions()) : own;
      if (i > start && (i - start == MAX_EVENTS || bytes + added > MAX_BYTES)) {
        ends.add(i);
        start = i;
        known.clear();
        known.add(set);
        bytes = MessageSize.ENVELOPE;
        added = own + MessageSize.of(fact.dimensions());
      }
      bytes += added;
    }
    if (!rows.isEmpty()) {
      ends.add(rows.size());
    }
    return ends;
  }
}
