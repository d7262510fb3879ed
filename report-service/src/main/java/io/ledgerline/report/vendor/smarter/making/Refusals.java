package io.ledgerline.report.vendor.smarter.making;

import io.vertx.pgclient.PgException;
import java.util.Objects;

/** Which failures of a statement are its row's own. */
final class Refusals {
  /** Class 22 is about data, class 23 about rules that data has to keep. */
  private static final String DATA = "22";

  private static final String RULES = "23";

  private Refusals() {}

  static boolean isOfTheRow(PgException failure) {
    String state = failure.getSqlState();
    return state != null && (state.startsWith(DATA) || state.startsWith(RULES));
  }

  /** The rule that was broken, by its name. */
  static String rule(PgException failure) {
    return Objects.requireNonNullElse(failure.getConstraint(), failure.getSqlState());
  }
}
