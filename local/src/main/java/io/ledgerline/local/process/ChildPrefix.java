package io.ledgerline.local.process;

import java.util.List;

/**
 * What goes before a child's command so that it lives as long as it should; empty where missing.
 */
public final class ChildPrefix {
  private static final boolean SETSID = Commands.exists("setsid");
  private static final boolean SETPRIV = Commands.exists("setpriv");

  private ChildPrefix() {}

  /** Keeps the terminal's Ctrl-C away from the child: who started it ends it in good order. */
  public static List<String> ownSession() {
    return SETSID ? List.of("setsid") : List.of();
  }

  /**
   * Has the system send the child a signal when the thread that starts it, see {@link Forker}, is
   * gone with this process.
   *
   * @param signal its name without SIG
   */
  public static List<String> diesWithUs(String signal) {
    return SETPRIV ? List.of("setpriv", "--pdeathsig", signal) : List.of();
  }
}
