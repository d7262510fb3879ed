package io.ledgerline.system.chaos.load;

import java.util.List;
import java.util.Optional;

/**
 * One call of a client, sent until it is answered.
 *
 * @param items its events in order
 * @param single whether its one event goes as an object by itself
 * @param senders how many clients send it, at about the same time
 * @param echo what is sent once this is answered: repetitions and re-stamped copies
 */
public record Call(List<Item> items, boolean single, int senders, Optional<Call> echo) {
  /** The most events of a call. */
  public static final int MOST = 1000;

  /** Keeps its own copy of the list. */
  public Call {
    items = List.copyOf(items);
    if (items.isEmpty() || items.size() > MOST || single && items.size() > 1) {
      throw new IllegalArgumentException("a call of " + items.size() + " events");
    }
  }

  /** A call of originals, sent once. */
  public static Call of(List<Integer> numbers) {
    return new Call(
        numbers.stream().map(n -> new Item(n, false)).toList(), false, 1, Optional.empty());
  }

  /** The calls it makes in all: its senders, and its echo's. */
  public int calls() {
    return senders + echo.map(Call::calls).orElse(0);
  }
}
