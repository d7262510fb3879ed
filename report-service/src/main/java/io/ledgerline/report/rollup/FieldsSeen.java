package io.ledgerline.report.rollup;

/** Refuses a field that an object has twice: which of the two was meant? */
final class FieldsSeen {
  private int bits;

  /** Notes a field, by its number below 32. */
  void once(int number, String name) {
    int bit = 1 << number;
    if ((bits & bit) != 0) {
      throw new IllegalArgumentException("field '" + name + "' is given twice");
    }
    bits |= bit;
  }

  /** Whether a field was there. */
  boolean has(int number) {
    return (bits & 1 << number) != 0;
  }

  /** Begins another object. */
  void clear() {
    bits = 0;
  }
}
