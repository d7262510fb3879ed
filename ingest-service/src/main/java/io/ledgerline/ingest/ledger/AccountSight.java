package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.platform.access.CurrentCaller;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Forbidden;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * What a caller sees of the ledger. The ledger knows accounts; who pays for them is
 * report-service's knowledge, so that a scope's cost centres open nothing here.
 */
public final class AccountSight {
  private AccountSight() {}

  /**
   * How far the caller sees here.
   *
   * @throws Forbidden {@code scope-not-supported} when its scope names cost centres alone
   */
  public static Sight of(CurrentCaller caller) {
    Sight sight = caller.sight();
    if (sight.isCut() && sight.scope().sourceAccounts().isEmpty()) {
      throw new Forbidden(
          ErrorCode.SCOPE_NOT_SUPPORTED,
          "The ledger does not know who pays, and this key's scope names no account:"
              + " ask report-service.");
    }
    return sight;
  }

  /**
   * A condition that {@code column} is an account that is seen, with two parameters, the arrays of
   * {@link #whole} and {@link #beginnings}; when the first is null, everything is seen.
   *
   * @param first how the first parameter is written, such as {@code $5} or {@code ?}
   * @param again how it is written when it is used once more
   * @param second how the second one is written
   */
  public static String condition(String column, String first, String again, String second) {
    return "(%2$s::text[] IS NULL OR %1$s = ANY (%3$s::text[]) OR EXISTS (SELECT FROM unnest(%4$s::text[]) AS seen (beginning) WHERE starts_with(%1$s, seen.beginning)))"
        .formatted(column, first, again, second);
  }

  /** Accounts that are named in full; null when everything is seen. */
  public static String[] whole(AccessScope scope) {
    return scope == null ? null : scope.wholeAccounts().toArray(String[]::new);
  }

  /** How further accounts begin; null when everything is seen. */
  public static String[] beginnings(AccessScope scope) {
    return scope == null ? null : scope.accountBeginnings().toArray(String[]::new);
  }

  /** Adds both parameters. */
  public static Tuple add(Tuple tuple, AccessScope scope) {
    return tuple.addArrayOfString(whole(scope)).addArrayOfString(beginnings(scope));
  }
}
