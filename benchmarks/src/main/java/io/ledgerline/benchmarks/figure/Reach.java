package io.ledgerline.benchmarks.figure;

/** What a figure has to reach. */
public sealed interface Reach {
  /**
   * At least this part of the limit.
   *
   * @param ratio the least
   */
  record RatioAtLeast(double ratio) implements Reach {}

  /**
   * At most this part of the limit.
   *
   * @param ratio the most
   */
  record RatioAtMost(double ratio) implements Reach {}

  /**
   * At most this much.
   *
   * @param value the most, in the row's unit
   */
  record ValueAtMost(double value) implements Reach {}

  /**
   * At least this much.
   *
   * @param value the least, in the row's unit
   */
  record ValueAtLeast(double value) implements Reach {}

  /** Whether the row reaches it. */
  default boolean isReachedBy(Row row) {
    return switch (this) {
      case RatioAtLeast least -> row.ratio() != null && row.ratio() >= least.ratio();
      case RatioAtMost most -> row.ratio() != null && row.ratio() <= most.ratio();
      case ValueAtLeast least -> row.value() >= least.value();
      case ValueAtMost most -> row.value() <= most.value();
    };
  }

  /** The number by itself. */
  default double number() {
    return switch (this) {
      case RatioAtLeast least -> least.ratio();
      case RatioAtMost most -> most.ratio();
      case ValueAtLeast least -> least.value();
      case ValueAtMost most -> most.value();
    };
  }
}
