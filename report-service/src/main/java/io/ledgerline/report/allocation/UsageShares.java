package io.ledgerline.report.allocation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Who used how much of what a rule counts. What nets below 0 counts as nothing: nobody is paid for
 * corrections of what was used before.
 */
final class UsageShares {
  private final SortedMap<Target, Used> byTarget = new TreeMap<>();
  private Used others = Used.NOTHING;
  private boolean mixedCurrencies;

  /**
   * What one has used.
   *
   * @param quantity in the meters' unit, or the cost
   * @param marked the same, each line times its markup
   */
  record Used(BigDecimal quantity, BigDecimal marked) {
    static final Used NOTHING = new Used(BigDecimal.ZERO, BigDecimal.ZERO);

    Used plus(Used other) {
      return new Used(quantity.add(other.quantity), marked.add(other.marked));
    }

    Used atLeastNothing() {
      return quantity.signum() > 0 && marked.signum() >= 0 ? this : NOTHING;
    }
  }

  /**
   * What is asked.
   *
   * @param pool whose cost is spread
   * @param rule how
   * @param currency of the pool
   * @param time whose markups count
   */
  record Question(Pool pool, AllocationRule rule, Currency currency, Instant time) {
    private boolean counts(Consumption line) {
      return rule.meters().isEmpty() || rule.meters().contains(line.meter());
    }
  }

  private UsageShares() {}

  /** Adds up. Usage of those that {@code open} refuses is counted among the others'. */
  static UsageShares of(
      Question question, Consumed consumed, Predicate<Target> open, Markups markups) {
    UsageShares shares = new UsageShares();
    Set<Target> listed = new HashSet<>();
    question.rule().targets().forEach(share -> listed.add(share.target()));
    for (Consumption line : consumed.lines()) {
      if (!isOf(question.pool(), line) || !question.counts(line)) {
        continue;
      }
      Target target = line.bearer(question.rule().kind());
      boolean bears =
          target != null && (listed.isEmpty() ? open.test(target) : listed.contains(target));
      shares.add(bears ? target : null, shares.measure(question, line, bears, markups));
    }
    shares.byTarget.replaceAll((target, used) -> used.atLeastNothing());
    shares.others = shares.others.atLeastNothing();
    return shares;
  }

  /** Whether a line is usage that the pool has to do with: all, or the provider's. */
  static boolean isOf(Pool pool, Consumption line) {
    return pool.kind() == Pool.Kind.COST_CENTRE || pool.name().equals(line.service().provider());
  }

  private Used measure(Question question, Consumption line, boolean bears, Markups markups) {
    BigDecimal quantity = line.quantity();
    if (question.rule().meters().isEmpty()) {
      var cost = question.pool().kind() == Pool.Kind.COST_CENTRE ? line.billed() : line.paid();
      boolean comparable = cost != null && cost.currency().equals(question.currency());
      mixedCurrencies |= bears && cost != null && cost.isPositive() && !comparable;
      quantity = comparable ? cost.amount() : BigDecimal.ZERO;
    }
    return question.pool().kind() == Pool.Kind.PROVIDER
        ? new Used(quantity, quantity.multiply(markups.factor(line.service(), question.time())))
        : new Used(quantity, quantity);
  }

  private void add(Target target, Used used) {
    if (target == null) {
      others = others.plus(used);
    } else {
      byTarget.merge(target, used, Used::plus);
    }
  }

  /** What {@code target} used. */
  Used of(Target target) {
    return byTarget.getOrDefault(target, Used.NOTHING);
  }

  /** Those who used something. */
  Set<Target> targets() {
    return byTarget.keySet();
  }

  /** What those who bear used. */
  Used borne() {
    return byTarget.values().stream().reduce(Used.NOTHING, Used::plus);
  }

  /** What everybody used. */
  Used all() {
    return borne().plus(others);
  }

  /** Whether costs of those who bear are in currencies that cannot be compared. */
  boolean isMixed() {
    return mixedCurrencies;
  }
}
