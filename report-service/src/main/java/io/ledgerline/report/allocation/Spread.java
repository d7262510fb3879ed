package io.ledgerline.report.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Spreads a total over targets in proportion to their weights, in whole units of so many decimals.
 *
 * <p>Each target gets its exact part rounded down to the unit; the units that are then missing go,
 * one each, to the largest remainders (of equal ones to the larger weight, then to the target that
 * sorts first). So the amounts add up to the total, rounded half away from zero to the unit; no
 * target is a whole unit away from its exact part; a larger weight never gets less; and neither the
 * order of targets nor chance matters. A negative total is spread like the positive one, with the
 * other sign.
 *
 * <p>A minimum lifts a target whose part is smaller; what remains is spread over the others, which
 * may put another one below its own minimum, and so on. A credit has no minimums.
 */
public final class Spread {
  private Spread() {}

  /**
   * One who is to bear a part.
   *
   * @param target who
   * @param weight 0 or more; parts are in proportion to it
   * @param minimum least charge in whole units, 0 for none
   * @param <T> kind of target
   */
  public record Part<T extends Comparable<T>>(T target, Fraction weight, BigDecimal minimum) {
    /** Checks the signs. */
    public Part {
      if (weight.signum() < 0 || minimum.signum() < 0) {
        throw new IllegalArgumentException("a weight or minimum of " + target + " is below 0");
      }
    }
  }

  /**
   * What a target bears.
   *
   * @param target who
   * @param share its weight over all weights
   * @param exact what it comes to before rounding, after minimums
   * @param amount in whole units
   * @param lifted whether it is the minimum that is charged
   * @param <T> kind of target
   */
  public record Share<T>(
      T target, Fraction share, Fraction exact, BigDecimal amount, boolean lifted) {}

  /** Whether the total is smaller than the sum of all minimums, so that they cannot be charged. */
  public static <T extends Comparable<T>> boolean isShort(Fraction total, List<Part<T>> parts) {
    return total.signum() >= 0 && Fraction.of(minimums(parts)).compareTo(total) > 0;
  }

  /** Whether no part has a weight, so that nothing says how to spread. */
  public static <T extends Comparable<T>> boolean isWeightless(List<Part<T>> parts) {
    return parts.stream().allMatch(part -> part.weight().signum() == 0);
  }

  /**
   * Spreads.
   *
   * @param total any sign
   * @param parts no target twice, at least one with a weight; their minimums in whole units
   * @param decimals places after the point of a unit
   * @return a share for each part, sorted by target
   * @throws IllegalArgumentException when {@link #isShort} or {@link #isWeightless}
   */
  public static <T extends Comparable<T>> List<Share<T>> of(
      Fraction total, List<Part<T>> parts, int decimals) {
    if (isWeightless(parts) || isShort(total, parts)) {
      throw new IllegalArgumentException("nothing to spread by, or too little to spread");
    }
    List<Part<T>> sorted = parts.stream().sorted(Comparator.comparing(Part::target)).toList();
    boolean credit = total.signum() < 0;
    Set<T> lifted = credit ? Set.of() : lifted(total, sorted);
    Fraction whole = weight(sorted, Set.of());
    Fraction rest = total.abs().minus(Fraction.of(minimums(sorted, lifted)));
    Fraction others = weight(sorted, lifted);
    List<Cut<T>> cuts = new ArrayList<>();
    for (Part<T> part : sorted) {
      boolean isLifted = lifted.contains(part.target());
      cuts.add(
          new Cut<>(part, isLifted, isLifted ? lift(part) : portion(rest, part, others), decimals));
    }
    handOut(cuts, total.abs().rounded(decimals, RoundingMode.HALF_UP).movePointRight(decimals));
    return cuts.stream().map(cut -> cut.share(whole, credit, decimals)).toList();
  }

  /** Who is charged the minimum: lifting one leaves less for the others, which may lift more. */
  private static <T extends Comparable<T>> Set<T> lifted(Fraction total, List<Part<T>> parts) {
    Set<T> lifted = new HashSet<>();
    boolean more = true;
    while (more) {
      Fraction rest = total.minus(Fraction.of(minimums(parts, lifted)));
      Fraction others = weight(parts, lifted);
      List<T> found =
          parts.stream()
              .filter(part -> part.minimum().signum() > 0 && !lifted.contains(part.target()))
              .filter(part -> portion(rest, part, others).compareTo(lift(part)) < 0)
              .map(Part::target)
              .toList();
      more = lifted.addAll(found);
    }
    return lifted;
  }

  private static <T extends Comparable<T>> Fraction portion(
      Fraction rest, Part<T> part, Fraction others) {
    return others.signum() == 0 ? Fraction.ZERO : rest.times(part.weight()).over(others);
  }

  private static <T extends Comparable<T>> Fraction lift(Part<T> part) {
    return Fraction.of(part.minimum());
  }

  private static <T extends Comparable<T>> Fraction weight(List<Part<T>> parts, Set<T> without) {
    return parts.stream()
        .filter(part -> !without.contains(part.target()))
        .map(Part::weight)
        .reduce(Fraction.ZERO, Fraction::plus);
  }

  private static <T extends Comparable<T>> BigDecimal minimums(List<Part<T>> parts) {
    return parts.stream().map(Part::minimum).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <T extends Comparable<T>> BigDecimal minimums(List<Part<T>> parts, Set<T> of) {
    return minimums(parts.stream().filter(part -> of.contains(part.target())).toList());
  }

  /** Gives the units that rounding down left over to the largest remainders. */
  private static <T extends Comparable<T>> void handOut(List<Cut<T>> cuts, BigDecimal units) {
    BigInteger down = cuts.stream().map(cut -> cut.units).reduce(BigInteger.ZERO, BigInteger::add);
    long missing = units.toBigIntegerExact().subtract(down).longValueExact();
    Comparator<Cut<T>> largestFirst =
        Comparator.<Cut<T>, Fraction>comparing(cut -> cut.remainder)
            .thenComparing(cut -> cut.part.weight())
            .reversed();
    cuts.stream()
        .sorted(largestFirst)
        .limit(missing)
        .forEach(cut -> cut.units = cut.units.add(BigInteger.ONE));
  }

  /** A part on its way to being a share. */
  private static final class Cut<T extends Comparable<T>> {
    private final Part<T> part;
    private final boolean lifted;
    private final Fraction exact;
    private final Fraction remainder;
    private BigInteger units;

    Cut(Part<T> part, boolean lifted, Fraction exact, int decimals) {
      this.part = part;
      this.lifted = lifted;
      this.exact = exact;
      BigDecimal down = exact.rounded(decimals, RoundingMode.DOWN);
      this.units = down.movePointRight(decimals).toBigIntegerExact();
      this.remainder = exact.minus(Fraction.of(down));
    }

    Share<T> share(Fraction whole, boolean credit, int decimals) {
      BigDecimal amount = new BigDecimal(units, decimals);
      return new Share<>(
          part.target(),
          part.weight().over(whole),
          credit ? exact.negate() : exact,
          credit ? amount.negate() : amount,
          lifted);
    }
  }
}
