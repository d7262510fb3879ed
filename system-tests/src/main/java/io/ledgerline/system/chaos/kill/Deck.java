package io.ledgerline.system.chaos.kill;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/**
 * All blows in a random order, and again when they are used up: none is left out for long. Pure but
 * for its own order.
 */
public final class Deck {
  private static final int LEAST_IN_A_ROUND = 3;
  private static final int TWO_AT_ONCE_IN = 4;
  private static final int LATEST_PERCENT = 90;

  private final Random chance;
  private final int inARound;
  private final Deque<Blow> left = new ArrayDeque<>();

  /** For so many rounds: in all of them together every blow is struck. */
  public Deck(Random chance, int rounds) {
    this.chance = chance;
    int all = Blow.values().length;
    this.inARound = Math.max(LEAST_IN_A_ROUND, (all + rounds - 1) / rounds);
  }

  /** The strikes of a round, in the order of their moments. */
  public List<Strike> round() {
    List<Strike> strikes = new ArrayList<>();
    for (int drawn = 0; drawn < inARound; ) {
      List<Blow> blows = new ArrayList<>(List.of(draw()));
      if (drawn + 1 < inARound && chance.nextInt(TWO_AT_ONCE_IN) == 0) {
        blows.add(draw());
      }
      drawn += blows.size();
      strikes.add(new Strike(1 + chance.nextInt(LATEST_PERCENT), blows));
    }
    strikes.sort(Comparator.comparingInt(Strike::percent));
    return strikes;
  }

  private Blow draw() {
    if (left.isEmpty()) {
      List<Blow> all = new ArrayList<>(List.of(Blow.values()));
      Collections.shuffle(all, chance);
      left.addAll(all);
    }
    return left.removeFirst();
  }
}
