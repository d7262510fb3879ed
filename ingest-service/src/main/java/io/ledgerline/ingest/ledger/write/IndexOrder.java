package io.ledgerline.ingest.ledger.write;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The order in which keys are written: that of PostgreSQL's index, byte by byte, which keeps
 * neighbours together there, and the same for everybody, so that transactions with the same keys
 * wait for one another and never in a ring.
 */
final class IndexOrder {
  /** So many candidates can be told apart by the low bits of a sort key. */
  private static final int INDEX_BITS = 14;

  private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;

  private static final Comparator<Candidate> BY_IDENTITY =
      Comparator.comparing(Candidate::identity, IndexOrder::compare);

  private IndexOrder() {}

  /** The candidates in order. */
  static List<Candidate> of(Collection<Candidate> candidates) {
    Candidate[] unsorted = candidates.toArray(Candidate[]::new);
    if (unsorted.length > INDEX_MASK) {
      Arrays.sort(unsorted, BY_IDENTITY);
      return Arrays.asList(unsorted);
    }
    // Digests are random: their first 50 bits decide, and sorting numbers is much faster. Were two
    // equal in those, PostgreSQL would notice a ring, and the transaction would be repeated.
    long[] keys = new long[unsorted.length];
    for (int i = 0; i < keys.length; i++) {
      long unsigned = unsorted[i].identity().getMostSignificantBits() ^ Long.MIN_VALUE;
      keys[i] = unsigned & ~INDEX_MASK | i;
    }
    Arrays.sort(keys);
    Candidate[] sorted = new Candidate[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = unsorted[(int) (keys[i] & INDEX_MASK)];
    }
    return Arrays.asList(sorted);
  }

  private static int compare(UUID a, UUID b) {
    int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
  }
}
