package io.ledgerline.ingest.ledger.verify;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Two sets of identity keys (those in the key table, and those that the rows ask for) compared
 * without keeping either: by hour of charge time, how many there are and two 64-bit sums of what
 * they say, scattered by random numbers that nobody knows beforehand. Equal sets have equal sums;
 * different ones differ but for one chance in 2^128. For one thread.
 */
final class KeySums {
  private static final int HOUR = 3600;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final long seedOne = RANDOM.nextLong();
  private final long seedTwo = RANDOM.nextLong();

  /** Rows less keys, by hour since 2000: number, first sum, second sum. */
  private final Map<Integer, long[]> hours = new HashMap<>();

  /** Adds a key that a row asks for. */
  void row(UUID identity, UUID body, int source, int second) {
    add(identity, body, source, second, 1);
  }

  /** Adds a key of the key table. */
  void key(UUID identity, UUID body, int source, int second) {
    add(identity, body, source, second, -1);
  }

  private void add(UUID identity, UUID body, int source, int second, int sign) {
    long[] sums = hours.computeIfAbsent(hour(second), hour -> new long[3]);
    long place = (long) source << 32 | second & 0xffff_ffffL;
    sums[0] += sign;
    sums[1] += sign * scattered(identity, body, place, seedOne);
    sums[2] += sign * scattered(identity, body, place, seedTwo);
  }

  /** Hours since 2000 whose sets differ. */
  Set<Integer> differing() {
    Set<Integer> found = new TreeSet<>();
    hours.forEach(
        (hour, sums) -> {
          if (sums[0] != 0 || sums[1] != 0 || sums[2] != 0) {
            found.add(hour);
          }
        });
    return found;
  }

  /** The hour that a second since 2000 lies in. */
  static int hour(int second) {
    return Math.floorDiv(second, HOUR);
  }

  private static long scattered(UUID identity, UUID body, long place, long seed) {
    long mixed = mix(seed ^ identity.getMostSignificantBits());
    mixed = mix(mixed ^ identity.getLeastSignificantBits());
    mixed = mix(mixed ^ body.getMostSignificantBits());
    mixed = mix(mixed ^ body.getLeastSignificantBits());
    return mix(mixed ^ place);
  }

  /** The finaliser of SplitMix64: every bit depends on every other. */
  private static long mix(long value) {
    long mixed = (value + 0x9e37_79b9_7f4a_7c15L);
    mixed = (mixed ^ mixed >>> 30) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d0_49bb_1331_11ebL;
    return mixed ^ mixed >>> 31;
  }
}
