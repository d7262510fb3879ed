package io.ledgerline.report.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sums by group and meter without an object per sum. A group has two numbers for a key; what they
 * mean is up to the owner. Groups are numbered from 0 in the order in which they were first met.
 * Not thread-safe.
 */
final class SumTable {
  private static final int FIRST_ROOM = 16;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private final List<MeterColumn> columns = new ArrayList<>();
  private int[] slots = new int[FIRST_ROOM * 2];
  private long[] first = new long[FIRST_ROOM];
  private long[] second = new long[FIRST_ROOM];
  private long[] events = new long[FIRST_ROOM];
  private int groups;
  private int latest = -1;

  /** The group with this key; made when it is new. */
  int group(long firstKey, long secondKey) {
    if (latest >= 0 && first[latest] == firstKey && second[latest] == secondKey) {
      return latest;
    }
    int slot = slotOf(firstKey, secondKey);
    if (slots[slot] == 0) {
      if (groups == first.length) {
        grow();
        slot = slotOf(firstKey, secondKey);
      }
      first[groups] = firstKey;
      second[groups] = secondKey;
      groups++;
      slots[slot] = groups;
    }
    latest = slots[slot] - 1;
    return latest;
  }

  /** Counts events of a group, whatever they used; negative when they are taken back. */
  void count(int group, long more) {
    events[group] += more;
  }

  /** The sums of a meter; made when it is new. */
  MeterColumn column(String meter) {
    for (int i = 0; i < columns.size(); i++) {
      MeterColumn column = columns.get(i);
      // The parser gives one text object per name, so that mostly no characters are compared.
      if (column.meter() == meter || column.meter().equals(meter)) {
        return column;
      }
    }
    MeterColumn made = new MeterColumn(meter, first.length);
    columns.add(made);
    return made;
  }

  List<MeterColumn> columns() {
    return columns;
  }

  int groups() {
    return groups;
  }

  long first(int group) {
    return first[group];
  }

  long second(int group) {
    return second[group];
  }

  /** Gives a group another second key. To be called when no group is looked for any more. */
  void rename(int group, long secondKey) {
    second[group] = secondKey;
  }

  long events(int group) {
    return events[group];
  }

  private int slotOf(long firstKey, long secondKey) {
    long hash = (firstKey * MIX + secondKey) * MIX;
    int mask = slots.length - 1;
    int slot = (int) (hash >>> 32) & mask;
    while (slots[slot] != 0 && !isKeyOf(slots[slot] - 1, firstKey, secondKey)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isKeyOf(int group, long firstKey, long secondKey) {
    return first[group] == firstKey && second[group] == secondKey;
  }

  private void grow() {
    int room = first.length * 2;
    first = Arrays.copyOf(first, room);
    second = Arrays.copyOf(second, room);
    events = Arrays.copyOf(events, room);
    slots = new int[room * 2];
    for (int group = 0; group < groups; group++) {
      slots[slotOf(first[group], second[group])] = group + 1;
    }
  }
}
