package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a pool is spread. What a minimum or the rounding means is told by {@link Spread}.
 *
 * @param method what decides each part
 * @param order pools are spread by rising order; a pool that bears a part of another one has a
 *     higher one
 * @param weights how the weights of {@link Method#FIXED} are meant; null for relative, and for the
 *     other methods
 * @param targets who bears; empty when {@code every} says it
 * @param every all of this kind that used anything in the time; null when {@code targets} says it
 * @param meters what is added up for {@link Method#BY_USAGE}; empty to go by cost
 * @param currency in which the minimums are; null for a rule without any, which spreads whatever
 *     currency the pool has
 * @param decimals places after the point of the unit that amounts are rounded to; null for the
 *     currency's minor unit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AllocationRule(
    @JsonProperty("method") Method method,
    @JsonProperty("order") int order,
    @JsonProperty("weights") WeightKind weights,
    @JsonProperty("targets") List<TargetShare> targets,
    @JsonProperty("every") Target.Kind every,
    @JsonProperty("meters") List<MeterName> meters,
    @JsonProperty("currency") Currency currency,
    @JsonProperty("decimals") Integer decimals) {
  /** Most targets of one rule. */
  public static final int MOST_TARGETS = 1000;

  /** Finest unit: this many digits after the point. */
  public static final int MOST_DECIMALS = 12;

  private static final int MOST_METERS = 20;
  private static final int HIGHEST_ORDER = 1_000_000;
  private static final BigDecimal HUNDRED = new BigDecimal("100");

  /** Checks that its parts belong together. */
  public AllocationRule {
    targets = targets == null ? List.of() : List.copyOf(targets);
    meters = meters == null ? List.of() : meters.stream().distinct().sorted().toList();
    require(method != null, "method", "missing", "'method' is fixed, by-usage or even.");
    require(
        order >= 0 && order <= HIGHEST_ORDER,
        "order",
        "out-of-range",
        "'order' lies between 0 and " + HIGHEST_ORDER + ".");
    require(
        decimals == null || decimals >= 0 && decimals <= MOST_DECIMALS,
        "decimals",
        "out-of-range",
        "'decimals' lies between 0 and " + MOST_DECIMALS + ".");
    checkTargets(targets, every);
    checkWeights(method, weights, targets, every);
    checkUsage(method, targets, meters);
    checkMinimums(targets, currency, decimals);
    if (method == Method.FIXED && weights == null) {
      weights = WeightKind.RELATIVE;
    }
  }

  /** Decimals of the unit in which a pool of {@code currency} is spread. */
  public int decimals(Currency ofPool) {
    return decimals == null ? minorUnit(ofPool) : decimals;
  }

  /** Whether one of its targets has a minimum charge. */
  public boolean hasMinimums() {
    return targets.stream().anyMatch(target -> target.minimum() != null);
  }

  /** The kind of those who bear by usage; null for a rule that lists targets of several kinds. */
  Target.Kind kind() {
    return every != null ? every : targets.getFirst().target().kind();
  }

  private static void checkTargets(List<TargetShare> targets, Target.Kind every) {
    require(
        targets.isEmpty() != (every == null),
        "targets",
        "targets-or-every",
        "A rule has either 'targets' or 'every'.");
    require(
        targets.size() <= MOST_TARGETS,
        "targets",
        "too-many-targets",
        "A rule has at most " + MOST_TARGETS + " targets.");
    Set<Target> seen = new HashSet<>();
    for (TargetShare share : targets) {
      require(
          seen.add(share.target()),
          "targets",
          "duplicate-target",
          "'" + share.target() + "' is named twice.");
    }
  }

  private static void checkWeights(
      Method method, WeightKind weights, List<TargetShare> targets, Target.Kind every) {
    if (method != Method.FIXED) {
      require(
          weights == null && targets.stream().allMatch(target -> target.weight() == null),
          "weights",
          "unexpected-weight",
          "Only rules with fixed shares have weights.");
      return;
    }
    require(
        every == null && targets.stream().allMatch(target -> target.weight() != null),
        "targets",
        "missing-weight",
        "Fixed shares are stated for each target.");
    BigDecimal sum =
        targets.stream().map(TargetShare::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    require(sum.signum() > 0, "targets", "no-weight", "One weight at least is above 0.");
    require(
        weights != WeightKind.PERCENT || sum.compareTo(HUNDRED) == 0,
        "targets",
        "percent-not-100",
        "Percentages add up to 100, not " + sum.toPlainString() + ".");
  }

  private static void checkUsage(Method method, List<TargetShare> targets, List<MeterName> meters) {
    require(
        method == Method.BY_USAGE || meters.isEmpty(),
        "meters",
        "unexpected-meters",
        "Only rules that go by usage have 'meters'.");
    require(
        meters.size() <= MOST_METERS,
        "meters",
        "too-many-meters",
        "At most " + MOST_METERS + " meters are added up.");
    require(
        method != Method.BY_USAGE
            || targets.stream().map(share -> share.target().kind()).distinct().count() <= 1,
        "targets",
        "mixed-targets",
        "Usage is compared among targets of one kind: an account's holds its workspaces'.");
  }

  private static void checkMinimums(
      List<TargetShare> targets, Currency currency, Integer decimals) {
    for (TargetShare share : targets) {
      if (share.minimum() != null) {
        require(
            currency != null,
            "currency",
            "missing",
            "'currency' says in what the minimum charges are.");
        int finest = decimals == null ? minorUnit(currency) : decimals;
        require(
            share.minimum().scale() <= finest,
            "minimum",
            "minimum-too-fine",
            "A minimum charge has at most as many decimals as the amounts: " + finest + ".");
      }
    }
  }

  /** Units without a minor one, such as gold's, are taken whole. */
  private static int minorUnit(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  private static void require(boolean holds, String field, String code, String detail) {
    if (!holds) {
      throw new InvalidValueException(field, code, detail);
    }
  }
}
