package io.ledgerline.ingest.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class KeySumsTest {
  private record Key(UUID identity, UUID body, int source, int second) {}

  private static List<Key> keys(Random random, int count) {
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(
          new Key(
              new UUID(random.nextLong(), random.nextLong()),
              new UUID(random.nextLong(), random.nextLong()),
              random.nextInt(3),
              random.nextInt(20_000)));
    }
    return keys;
  }

  private static KeySums compared(List<Key> rows, List<Key> keys) {
    KeySums sums = new KeySums();
    rows.forEach(k -> sums.row(k.identity(), k.body(), k.source(), k.second()));
    keys.forEach(k -> sums.key(k.identity(), k.body(), k.source(), k.second()));
    return sums;
  }

  @Property(tries = 100)
  void theSameKeysInAnyOrderDoNotDiffer(@ForAll long seed, @ForAll @IntRange(max = 200) int count) {
    List<Key> rows = keys(new Random(seed), count);
    List<Key> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed + 1));

    assertThat(compared(rows, shuffled).differing()).isEmpty();
  }

  @Property(tries = 200)
  void oneDifferenceShowsInItsHour(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 50) int count,
      @ForAll @IntRange(max = 5) int kind) {
    List<Key> rows = keys(new Random(seed), count);
    List<Key> keys = new ArrayList<>(rows);
    Key first = keys.getFirst();
    switch (kind) {
      case 0 -> keys.removeFirst();
      case 1 ->
          keys.set(0, new Key(first.identity(), new UUID(1, 2), first.source(), first.second()));
      case 2 -> keys.set(0, new Key(new UUID(1, 2), first.body(), first.source(), first.second()));
      case 3 -> keys.set(0, new Key(first.identity(), first.body(), 7, first.second()));
      case 4 ->
          keys.set(0, new Key(first.identity(), first.body(), first.source(), first.second() + 1));
      default -> keys.add(first);
    }

    assertThat(compared(rows, keys).differing()).contains(KeySums.hour(first.second()));
  }
}
