package io.ledgerline.report.allocation;

import io.ledgerline.report.allocation.Spread.Part;
import io.ledgerline.report.allocation.Spread.Share;
import io.ledgerline.report.allocation.UsageShares.Question;
import io.ledgerline.report.allocation.UsageShares.Used;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Spreads one amount by one rule.
 *
 * <p>A provider's cost by usage is billed as {@code cost × markup × share of the provider's usage}:
 * the share is of everybody's usage, so what others used than those who are to bear it stays in the
 * pool. Elsewhere those who are to bear it bear all of it.
 */
final class Allotment {
  private final RuleInForce rule;
  private final Invoice invoice;
  private final Currency currency;
  private final UsageShares usage;
  private final Fraction cost;
  private final Fraction flatFactor;

  private Allotment(
      RuleInForce rule,
      Invoice invoice,
      Currency currency,
      UsageShares usage,
      Fraction cost,
      Fraction flatFactor) {
    this.rule = rule;
    this.invoice = invoice;
    this.currency = currency;
    this.usage = usage;
    this.cost = cost;
    this.flatFactor = flatFactor;
  }

  /**
   * What becomes of an amount.
   *
   * @param slice the time
   * @param question rule, pool and currency
   * @param source the rule as it is in force, and the invoice that the amount is from, or null
   * @param cost the amount, before any markup
   * @param consumed what was used
   * @param open who may bear when the rule lists nobody
   */
  static PoolOutcome of(
      Slice slice,
      Question question,
      Source source,
      Fraction cost,
      Consumed consumed,
      Predicate<Target> open,
      Markups markups) {
    boolean marked = question.pool().kind() == Pool.Kind.PROVIDER;
    Fraction flat =
        marked
            ? Fraction.of(
                markups.factor(
                    new Consumption.Service(question.pool().name(), null, null), question.time()))
            : Fraction.ONE;
    Allotment allotment =
        new Allotment(
            source.rule(),
            source.invoice(),
            question.currency(),
            UsageShares.of(question, consumed, open, markups),
            cost,
            flat);
    return allotment.outcome(slice);
  }

  /** Where an amount comes from. */
  record Source(RuleInForce rule, Invoice invoice) {}

  private PoolOutcome outcome(Slice slice) {
    List<Part<Target>> parts = parts();
    Fraction billed = billed();
    Unspread unspread = hindrance(parts, billed);
    List<AllocatedLine> lines = unspread == null ? lines(parts, billed) : List.of();
    return new PoolOutcome(
        slice,
        rule.pool(),
        rule.entry(),
        rule.rule().method(),
        invoice,
        currency,
        amount(),
        lines.stream().map(AllocatedLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
        unspread,
        lines);
  }

  private Unspread hindrance(List<Part<Target>> parts, Fraction billed) {
    AllocationRule how = rule.rule();
    if (how.currency() != null && !how.currency().equals(currency)) {
      return Unspread.OTHER_CURRENCY;
    }
    if (how.method() == Method.BY_USAGE && how.meters().isEmpty() && usage.isMixed()) {
      return Unspread.MIXED_CURRENCIES;
    }
    if (parts.isEmpty() || Spread.isWeightless(parts)) {
      return how.method() == Method.BY_USAGE ? Unspread.NO_USAGE : Unspread.NO_TARGETS;
    }
    return Spread.isShort(billed, parts) ? Unspread.MINIMUMS_EXCEED_TOTAL : null;
  }

  /** All that the pool comes to, with markup. */
  private Fraction amount() {
    Used all = usage.all();
    return byShareOfProvider() && all.quantity().signum() > 0
        ? cost.times(Fraction.of(all.marked())).over(Fraction.of(all.quantity()))
        : cost.times(flatFactor);
  }

  /** What those who are to bear it are billed. */
  private Fraction billed() {
    Used all = usage.all();
    return byShareOfProvider() && all.quantity().signum() > 0
        ? cost.times(Fraction.of(usage.borne().marked())).over(Fraction.of(all.quantity()))
        : cost.times(flatFactor);
  }

  private boolean byShareOfProvider() {
    return rule.pool().kind() == Pool.Kind.PROVIDER && rule.rule().method() == Method.BY_USAGE;
  }

  private List<Part<Target>> parts() {
    Map<Target, TargetShare> stated = new HashMap<>();
    rule.rule().targets().forEach(share -> stated.put(share.target(), share));
    Collection<Target> bearers = stated.isEmpty() ? usage.targets() : stated.keySet();
    List<Part<Target>> parts = new ArrayList<>();
    for (Target target : bearers) {
      TargetShare share = stated.get(target);
      BigDecimal minimum = share == null || share.minimum() == null ? null : share.minimum();
      parts.add(
          new Part<>(target, weight(target, share), minimum == null ? BigDecimal.ZERO : minimum));
    }
    return parts;
  }

  private Fraction weight(Target target, TargetShare share) {
    return switch (rule.rule().method()) {
      case FIXED -> Fraction.of(share.weight());
      case EVEN -> Fraction.ONE;
      case BY_USAGE -> Fraction.of(usage.of(target).marked());
    };
  }

  private List<AllocatedLine> lines(List<Part<Target>> parts, Fraction billed) {
    List<AllocatedLine> lines = new ArrayList<>();
    for (Share<Target> share : Spread.of(billed, parts, rule.rule().decimals(currency))) {
      Used used = usage.of(share.target());
      boolean ofProvider = byShareOfProvider();
      lines.add(
          new AllocatedLine(
              rule.entry(),
              rule.rule().method(),
              share.target(),
              ofProvider
                  ? Fraction.of(used.quantity()).over(Fraction.of(usage.all().quantity()))
                  : share.share(),
              ofProvider && used.quantity().signum() > 0
                  ? Fraction.of(used.marked()).over(Fraction.of(used.quantity()))
                  : flatFactor,
              share.exact(),
              share.amount(),
              share.lifted()));
    }
    return lines;
  }
}
