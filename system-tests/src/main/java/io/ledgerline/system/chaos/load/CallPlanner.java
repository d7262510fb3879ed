package io.ledgerline.system.chaos.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Cuts numbers into calls as an unruly set of clients would: in no order, one by one or many at a
 * time, some twice in one call, some by two clients at once, some again later, some re-stamped.
 * Pure: the same random numbers give the same calls.
 */
public final class CallPlanner {
  private static final int SINGLE_PERCENT = 30;
  private static final int ECHO_PERCENT = 25;
  private static final int TWO_SENDERS_PERCENT = 10;
  private static final int AGAIN_PERCENT = 3;
  private static final int RESTAMPED_PERCENT = 30;
  private static final int PERCENT = 100;
  private static final int MOST_SINGLES = 20;
  private static final int[] SIZES = {2, 10, 100, 300, Call.MOST};

  private final Random chance;

  /** Takes its chances there. */
  public CallPlanner(Random chance) {
    this.chance = chance;
  }

  /** Calls that between them carry each of the numbers at least once. */
  public List<Call> plan(List<Integer> numbers) {
    List<Integer> shuffled = new ArrayList<>(numbers);
    Collections.shuffle(shuffled, chance);
    List<Call> calls = new ArrayList<>();
    int from = 0;
    while (from < shuffled.size()) {
      int left = shuffled.size() - from;
      if (happens(SINGLE_PERCENT)) {
        int singles = Math.min(left, 1 + chance.nextInt(MOST_SINGLES));
        for (int i = 0; i < singles; i++) {
          calls.add(call(shuffled.subList(from + i, from + i + 1), true));
        }
        from += singles;
      } else {
        int size = Math.min(left, 1 + chance.nextInt(SIZES[chance.nextInt(SIZES.length)]));
        calls.add(call(shuffled.subList(from, from + size), false));
        from += size;
      }
    }
    return calls;
  }

  private Call call(List<Integer> numbers, boolean single) {
    List<Item> items = new ArrayList<>();
    for (int number : numbers) {
      items.add(new Item(number, false));
      if (!single && items.size() < Call.MOST && happens(AGAIN_PERCENT)) {
        items.add(chance.nextInt(items.size()), new Item(number, false));
      }
    }
    List<Item> most = items.subList(0, Math.min(items.size(), Call.MOST));
    if (most.size() < items.size() && !carriesAll(most, numbers)) {
      most = numbers.stream().map(number -> new Item(number, false)).toList();
    }
    return new Call(most, single, happens(TWO_SENDERS_PERCENT) ? 2 : 1, echo(numbers, single));
  }

  private static boolean carriesAll(List<Item> items, List<Integer> numbers) {
    return items.stream().map(Item::number).collect(java.util.stream.Collectors.toSet()).size()
        == numbers.size();
  }

  private Optional<Call> echo(List<Integer> numbers, boolean single) {
    if (!happens(ECHO_PERCENT)) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    for (int number : numbers) {
      items.add(new Item(number, happens(RESTAMPED_PERCENT)));
    }
    Collections.shuffle(items, chance);
    return Optional.of(new Call(items, single, 1, Optional.empty()));
  }

  private boolean happens(int percent) {
    return chance.nextInt(PERCENT) < percent;
  }
}
