package io.ledgerline.local.suite;

/** What an exit status says. */
final class ExitStatus {
  private static final int SIGNALS = 128;
  private static final int INT = 2;
  private static final int KILL = 9;
  private static final int TERM = 15;

  private ExitStatus() {}

  static String describe(int status) {
    return status > SIGNALS
        ? "was killed by signal " + (status - SIGNALS)
        : "ended with status " + status;
  }

  /** Whether somebody ended it, so that its last words say nothing about the reason. */
  static boolean isOthersDoing(int status) {
    return status == SIGNALS + KILL || status == SIGNALS + TERM || status == SIGNALS + INT;
  }
}
