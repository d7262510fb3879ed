package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.SampledResource;
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
    Shared shared = new Shared();
    int start = 0;
    int bytes = MessageSize.ENVELOPE;
    for (int i = 0; i < rows.size(); i++) {
      int own = MessageSize.of(rows.get(i).fact().quantities());
      int added = own + shared.bytes(rows.get(i));
      if (i > start && (i - start == MAX_EVENTS || bytes + added > MAX_BYTES)) {
        ends.add(i);
        start = i;
        shared.clear();
        bytes = MessageSize.ENVELOPE;
        added = own + shared.bytes(rows.get(i));
      }
      bytes += added;
    }
    if (!rows.isEmpty()) {
      ends.add(rows.size());
    }
    return ends;
  }

  /** What is written once in a message and pointed to by its facts. */
  private static final class Shared {
    private final Set<Integer> sets = new HashSet<>();
    private final Set<Labels> tags = new HashSet<>();
    private final Set<SampledResource> resources = new HashSet<>();

    /** The bytes that a row adds to it. */
    int bytes(LedgerRow row) {
      int bytes = sets.add(row.dimensionSetId()) ? MessageSize.of(row.fact().dimensions()) : 0;
      SampledResource sampled = row.fact().sampled();
      if (sampled != null && resources.add(sampled)) {
        bytes += MessageSize.of(sampled);
      }
      Labels ofRow = row.fact().tags();
      return ofRow.values().isEmpty() || !tags.add(ofRow) ? bytes : bytes + MessageSize.of(ofRow);
    }

    void clear() {
      sets.clear();
      tags.clear();
      resources.clear();
    }
  }
}
