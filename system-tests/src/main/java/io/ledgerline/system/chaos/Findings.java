package io.ledgerline.system.chaos;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong, in the order in which it was found. For any number of threads. */
public final class Findings {
  private static final int MOST_OF_ONE = 12;

  private final List<String> all = new ArrayList<>();

  /** Notes one. */
  public synchronized void add(String where, String what) {
    all.add(where + ": " + what);
  }

  /** Notes some of one kind, and how many more there are. */
  public synchronized void addAll(String where, List<String> some) {
    some.stream().limit(MOST_OF_ONE).forEach(what -> add(where, what));
    if (some.size() > MOST_OF_ONE) {
      add(where, some.size() - MOST_OF_ONE + " more of that kind");
    }
  }

  /** Notes it unless the condition holds. */
  public void unless(boolean holds, String where, String what) {
    if (!holds) {
      add(where, what);
    }
  }

  /** How many there are. */
  public synchronized int count() {
    return all.size();
  }

  /** All of them. */
  public synchronized List<String> all() {
    return List.copyOf(all);
  }
}
