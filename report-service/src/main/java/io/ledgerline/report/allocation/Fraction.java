package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An exact part, such as one third. In lowest terms with a denominator above 0, so equal fractions
 * are equal.
 *
 * @param numerator any sign
 * @param denominator above 0
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
    implements Comparable<Fraction> {
  /** Nothing. */
  public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

  /** All of it. */
  public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /**
   * Brings it to lowest terms.
   *
   * @throws ArithmeticException when the denominator is 0
   */
  @JsonCreator
  public Fraction(
      @JsonProperty("numerator") BigInteger numerator,
      @JsonProperty("denominator") BigInteger denominator) {
    if (denominator.signum() == 0) {
      throw new ArithmeticException("a fraction of nothing");
    }
    BigInteger common = numerator.gcd(denominator);
    BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
    this.numerator = numerator.divide(divisor);
    this.denominator = denominator.divide(divisor);
  }

  /** The decimal as a fraction. */
  public static Fraction of(BigDecimal value) {
    return value.scale() > 0
        ? new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
        : new Fraction(value.toBigIntegerExact(), BigInteger.ONE);
  }

  /** The exact sum. */
  public Fraction plus(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  /** The exact difference. */
  public Fraction minus(Fraction other) {
    return plus(other.negate());
  }

  /** The exact product. */
  public Fraction times(Fraction other) {
    return new Fraction(
        numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  /**
   * The exact quotient.
   *
   * @throws ArithmeticException when {@code other} is 0
   */
  public Fraction over(Fraction other) {
    return new Fraction(
        numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  /** With the other sign. */
  public Fraction negate() {
    return new Fraction(numerator.negate(), denominator);
  }

  /** Without its sign. */
  public Fraction abs() {
    return signum() < 0 ? negate() : this;
  }

  /** -1, 0 or 1. */
  public int signum() {
    return numerator.signum();
  }

  /** The decimal that it is; empty when none of finite length is, as for one third. */
  public Optional<BigDecimal> decimal() {
    BigInteger rest = denominator;
    int twos = rest.getLowestSetBit();
    rest = rest.shiftRight(twos);
    int fives = 0;
    while (rest.mod(FIVE).signum() == 0) {
      rest = rest.divide(FIVE);
      fives++;
    }
    return rest.equals(BigInteger.ONE)
        ? Optional.of(rounded(Math.max(twos, fives), RoundingMode.UNNECESSARY))
        : Optional.empty();
  }

  /** Rounded to {@code decimals} places after the point. */
  public BigDecimal rounded(int decimals, RoundingMode mode) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, mode);
  }

  @Override
  public int compareTo(Fraction other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** Numerator, slash, denominator. */
  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
