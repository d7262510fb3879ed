package io.ledgerline.local.suite;

/**
 * Whether a part can be used.
 *
 * @param ready whether it can
 * @param missing what is missing, for people; empty when nothing or when it does not say
 */
record Readiness(boolean ready, String missing) {
  static final Readiness READY = new Readiness(true, "");

  static Readiness notYet(String missing) {
    return new Readiness(false, missing);
  }
}
