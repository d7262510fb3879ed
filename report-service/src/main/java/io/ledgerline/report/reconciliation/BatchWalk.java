package io.ledgerline.report.reconciliation;

import java.util.Comparator;
import java.util.UUID;

/**
 * Goes through the ledger's and the applied batches side by side, like the merge of two sorted
 * lists: memory does not grow with their number.
 */
public final class BatchWalk {
  /** How PostgreSQL sorts UUIDs: by their bytes, without sign. */
  public static final Comparator<UUID> ORDER =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private BatchWalk() {}

  /** Is told of each batch once. */
  public interface Visitor {
    /** A batch that both know. */
    void both(UUID batch, Sums ledger, Sums applied);

    /** A batch of the ledger that is not applied. */
    void missing(BatchSums ledger);

    /** A batch that is applied but that the ledger does not have at its watermark. */
    void later(BatchSums applied);
  }

  /**
   * Walks to the end of both.
   *
   * @throws IllegalStateException when one is not sorted
   */
  public static void walk(BatchSource ledger, BatchSource applied, Visitor visitor) {
    Ascending left = new Ascending("the ledger", ledger);
    Ascending right = new Ascending("the rollups", applied);
    while (left.at != null || right.at != null) {
      int order = order(left.at, right.at);
      if (order == 0) {
        visitor.both(left.at.batchId(), left.at.sums(), right.at.sums());
        left.step();
        right.step();
      } else if (order < 0) {
        visitor.missing(left.at);
        left.step();
      } else {
        visitor.later(right.at);
        right.step();
      }
    }
  }

  private static int order(BatchSums left, BatchSums right) {
    if (left == null) {
      return 1;
    }
    return right == null ? -1 : ORDER.compare(left.batchId(), right.batchId());
  }

  private static final class Ascending {
    private final String name;
    private final BatchSource source;
    private BatchSums at;

    Ascending(String name, BatchSource source) {
      this.name = name;
      this.source = source;
      this.at = source.next();
    }

    void step() {
      BatchSums next = source.next();
      if (next != null && ORDER.compare(at.batchId(), next.batchId()) >= 0) {
        throw new IllegalStateException("batches of " + name + " do not come sorted by id");
      }
      at = next;
    }
  }
}
