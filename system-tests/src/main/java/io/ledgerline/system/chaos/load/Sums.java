package io.ledgerline.system.chaos.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Exact sums by source account and meter; the meter {@link #EVENTS} counts events. */
public final class Sums {
  /** Stands where a meter's name would. */
  public static final String EVENTS = "(events)";

  private final SortedMap<Key, BigDecimal> byKey = new TreeMap<>();

  /** What these events add up to. */
  public static Sums of(Stream<ChaosEvent> events) {
    Sums sums = new Sums();
    events.forEach(
        event -> {
          sums.add(event.account(), EVENTS, BigDecimal.ONE);
          event.quantities().forEach((meter, used) -> sums.add(event.account(), meter, used));
        });
    return sums;
  }

  /** Adds to one sum. */
  public void add(String account, String meter, BigDecimal quantity) {
    byKey.merge(new Key(account, meter), quantity, BigDecimal::add);
  }

  /** How many sums there are that are not zero. */
  public int size() {
    return (int) byKey.values().stream().filter(sum -> sum.signum() != 0).count();
  }

  /** The sum over all accounts. */
  public BigDecimal total(String meter) {
    return byKey.entrySet().stream()
        .filter(each -> each.getKey().meter().equals(meter))
        .map(Map.Entry::getValue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** A sentence for each sum that {@code found} has otherwise than this; empty when all agree. */
  public List<String> differences(Sums found) {
    SortedSet<Key> keys = new TreeSet<>(byKey.keySet());
    keys.addAll(found.byKey.keySet());
    List<String> differences = new ArrayList<>();
    for (Key key : keys) {
      BigDecimal expected = byKey.getOrDefault(key, BigDecimal.ZERO);
      BigDecimal actual = found.byKey.getOrDefault(key, BigDecimal.ZERO);
      int compared = actual.compareTo(expected);
      if (compared != 0) {
        differences.add(
            "%s %s: %s instead of %s, %s %s"
                .formatted(
                    key.account(),
                    key.meter(),
                    actual.toPlainString(),
                    expected.toPlainString(),
                    actual.subtract(expected).abs().toPlainString(),
                    compared < 0 ? "lost" : "too many"));
      }
    }
    return differences;
  }

  private record Key(String account, String meter) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byAccount = account.compareTo(other.account);
      return byAccount != 0 ? byAccount : meter.compareTo(other.meter);
    }
  }
}
