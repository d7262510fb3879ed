package io.ledgerline.system.chaos.kill;

import java.util.List;

/**
 * One or two blows at one moment of a round.
 *
 * @param percent when: as soon as so many per cent of the round's calls are answered
 * @param blows what
 */
public record Strike(int percent, List<Blow> blows) {
  /** Keeps its own copy of the list. */
  public Strike {
    blows = List.copyOf(blows);
  }
}
