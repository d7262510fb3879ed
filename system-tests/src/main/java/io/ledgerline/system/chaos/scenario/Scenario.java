package io.ledgerline.system.chaos.scenario;

import io.ledgerline.system.chaos.Trial;
import java.io.IOException;

/** Something that goes wrong in a certain way, under load, and what must hold during it. */
public interface Scenario {
  /** Its name for people. */
  String name();

  /**
   * Lets it happen. Afterwards the suite is whole again, though perhaps not drained; what was wrong
   * meanwhile is among the trial's findings.
   *
   * @return what happened, in a few words
   * @throws IOException when the scenario itself could not be played
   */
  String run(Trial trial) throws IOException, InterruptedException;
}
