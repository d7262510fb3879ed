package io.ledgerline.local.suite;

/** What an exit status says. */
final class ExitStatus {
  private static final int SIGNALS = 128;

  private ExitStatus() {}

  static String describe(int status) {
    return status > SIGNALS
        ? "killed by signal " + (status - SIGNALS)
        : "ended with status " + status;
  }
}
