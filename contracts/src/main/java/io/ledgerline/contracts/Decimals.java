package io.ledgerline.contracts;

import java.math.BigDecimal;

/**
 * The one normal form of decimals: no trailing zeros after the point, no negative scale, zero is 0.
 */
public final class Decimals {
  private Decimals() {}

  /**
   * The normal form of {@code value}: equal in value, and equal by {@code equals} to any other
   * normal form of it.
   */
  public static BigDecimal normal(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    if (value.scale() == 0) {
      // As it is with nearly all quantities; stripping zeros would only have to put them back.
      return value;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
