package io.ledgerline.report.ledger.client;

import io.ledgerline.platform.problem.DependencyUnavailable;
import java.util.function.Supplier;

/** Answers to callers while the ledger cannot be read. */
public final class LedgerProblems {
  private LedgerProblems() {}

  /**
   * The outcome of work that reads the ledger.
   *
   * @throws DependencyUnavailable when the ledger is away, or refuses this service
   */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (LedgerUnavailableException | LedgerRefusedException e) {
      throw new DependencyUnavailable("the ledger", e);
    }
  }
}
