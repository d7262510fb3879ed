package io.ledgerline.report.rollup;

/**
 * What a fact of a batch is told apart by, as one number: its dimension set, its tags and the band
 * of its size.
 */
final class FactKey {
  /** Neither sets nor tags of a batch are as many. */
  static final int LIMIT = 1 << 24;

  private static final int TAGS_AT = 24;
  private static final int BAND_AT = 48;
  private static final int MASK = LIMIT - 1;

  private FactKey() {}

  /**
   * The number.
   *
   * @param set below {@link #LIMIT}
   * @param tags below {@link #LIMIT} - 1; negative for none
   */
  static long of(int set, int tags, int band) {
    return (long) band << BAND_AT | (tags + 1L) << TAGS_AT | set;
  }

  static int set(long key) {
    return (int) key & MASK;
  }

  /** Negative for none. */
  static int tags(long key) {
    return ((int) (key >>> TAGS_AT) & MASK) - 1;
  }

  static int band(long key) {
    return (int) (key >>> BAND_AT);
  }
}
