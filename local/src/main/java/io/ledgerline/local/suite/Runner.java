package io.ledgerline.local.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How one part of the suite is started, asked and stopped. */
interface Runner {
  /** Its name on the command line and of its files. */
  String name();

  /** Its name for people. */
  String title();

  /** Where it is. */
  String url();

  /** The ports it binds. */
  List<Integer> ports();

  /** Where it writes what it says. */
  Path log();

  /** The names of the parts that must be ready before it is started. */
  List<String> needs();

  /**
   * Starts its process.
   *
   * @throws IOException when it cannot be started, with a sentence for the user
   */
  Process start() throws IOException;

  /** What it is not ready for yet; empty when it can be used. Asked often, answers soon. */
  Readiness readiness();

  /** Asks its process to end in an orderly way, and ends it when that takes too long. */
  void stop(Process process);
}
