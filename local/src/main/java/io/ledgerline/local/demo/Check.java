package io.ledgerline.local.demo;

import io.ledgerline.local.suite.SuiteException;
import java.math.BigDecimal;
import java.util.Objects;

/** Compares what came out with what must. */
final class Check {
  private Check() {}

  static void same(String what, long expected, long found) throws SuiteException {
    if (expected != found) {
      throw wrong(what, "%,d".formatted(expected), "%,d".formatted(found));
    }
  }

  static void same(String what, BigDecimal expected, BigDecimal found) throws SuiteException {
    if (expected.compareTo(found) != 0) {
      throw wrong(what, expected.toPlainString(), found.toPlainString());
    }
  }

  static void same(String what, String expected, String found) throws SuiteException {
    if (!Objects.equals(expected, found)) {
      throw wrong(what, expected, found);
    }
  }

  private static SuiteException wrong(String what, String expected, String found) {
    return new SuiteException(
        "The demo found %s to be %s where it must be %s: please report this with './ledgerline logs'."
            .formatted(what, found, expected));
  }
}
