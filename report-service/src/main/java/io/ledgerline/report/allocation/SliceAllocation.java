package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.allocation.Allotment.Source;
import io.ledgerline.report.allocation.UsageShares.Question;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Spreads the pools of a time in which no rule changes, one after the other: what a pool receives
 * is in it when its turn comes. For one use by one thread.
 */
final class SliceAllocation {
  private final Slice slice;
  private final List<RuleInForce> rules;
  private final Consumed consumed;
  private final Markups markups;
  private final TreeMap<BalanceKey, Balance> balances = new TreeMap<>();
  private final List<PoolOutcome> outcomes = new ArrayList<>();
  private final Set<Target> poured = new HashSet<>();

  /**
   * Begins with what cost centres are charged for their own usage.
   *
   * @param rules those in force, in their order
   * @param consumed what was used in the slice
   */
  SliceAllocation(Slice slice, List<RuleInForce> rules, Consumed consumed, Markups markups) {
    this.slice = slice;
    this.rules = rules;
    this.consumed = consumed;
    this.markups = markups;
    consumed
        .billed()
        .forEach((key, billed) -> balances.put(key, Balance.ZERO.plusOwn(billed.amount())));
  }

  /**
   * Spreads.
   *
   * @param invoices of months that end in the slice
   * @param months what was used in the month of an invoice
   */
  void run(List<Invoice> invoices, Function<Invoice, Consumed> months) {
    for (RuleInForce rule : rules) {
      if (rule.pool().kind() == Pool.Kind.COST_CENTRE) {
        costCentre(rule);
      } else {
        invoices.stream()
            .filter(invoice -> invoice.provider().equals(rule.pool().name()))
            .forEach(invoice -> invoice(rule, invoice, months.apply(invoice)));
      }
    }
    withoutRule(invoices);
  }

  List<PoolOutcome> outcomes() {
    return outcomes;
  }

  Map<BalanceKey, Balance> balances() {
    return balances;
  }

  private void costCentre(RuleInForce rule) {
    Target self = rule.pool().asTarget();
    poured.add(self);
    for (BalanceKey key : List.copyOf(balances.keySet())) {
      BigDecimal amount = balances.get(key).total();
      if (key.target().equals(self) && amount.signum() != 0) {
        PoolOutcome outcome =
            spread(new Source(rule, null), Fraction.of(amount), key.currency(), consumed);
        balances.computeIfPresent(key, (k, balance) -> balance.plusGiven(outcome.spread()));
      }
    }
  }

  private void invoice(RuleInForce rule, Invoice invoice, Consumed month) {
    Fraction cost = Fraction.of(invoice.total().amount());
    if (rule.pool().kind() == Pool.Kind.IDLE) {
      cost = cost.minus(rated(invoice, month));
      if (cost.signum() <= 0) {
        Money none = Money.zero(invoice.total().currency());
        outcomes.add(unspread(slice, rule.pool(), invoice, none, Unspread.NOTHING_IDLE));
        return;
      }
    }
    spread(new Source(rule, invoice), cost, invoice.total().currency(), month);
  }

  /** What the provider's usage of the month was rated at, in the invoice's currency. */
  private static Fraction rated(Invoice invoice, Consumed month) {
    BigDecimal rated = BigDecimal.ZERO;
    for (Consumption line : month.lines()) {
      Money paid = line.paid();
      if (invoice.provider().equals(line.service().provider())
          && paid != null
          && paid.currency().equals(invoice.total().currency())) {
        rated = rated.add(paid.amount());
      }
    }
    return Fraction.of(rated);
  }

  private PoolOutcome spread(Source source, Fraction cost, Currency currency, Consumed used) {
    RuleInForce rule = source.rule();
    Instant time = source.invoice() == null ? slice.from() : source.invoice().from();
    Predicate<Target> open = target -> !poured.contains(target);
    PoolOutcome outcome =
        Allotment.of(
            slice,
            new Question(rule.pool(), rule.rule(), currency, time),
            source,
            cost,
            used,
            open,
            markups);
    for (AllocatedLine line : outcome.lines()) {
      balances.merge(
          new BalanceKey(line.target(), currency),
          Balance.ZERO.plusReceived(line.amount()),
          (before, more) -> before.plusReceived(more.received()));
    }
    outcomes.add(outcome);
    return outcome;
  }

  /** What nobody has made a rule for stays visible. */
  private void withoutRule(List<Invoice> invoices) {
    Set<Pool> ruled = new HashSet<>();
    rules.forEach(rule -> ruled.add(rule.pool()));
    for (Invoice invoice : invoices) {
      Pool pool = new Pool(Pool.Kind.PROVIDER, invoice.provider());
      if (!ruled.contains(pool) && !ruled.contains(new Pool(Pool.Kind.IDLE, invoice.provider()))) {
        outcomes.add(unspread(slice, pool, invoice, invoice.total(), Unspread.NO_RULE));
      }
    }
    if (!ruled.contains(Pool.UNALLOCATED)) {
      balances.forEach(
          (key, balance) -> {
            if (key.target().equals(Pool.UNALLOCATED.asTarget()) && balance.total().signum() != 0) {
              Money stays = new Money(balance.total(), key.currency());
              outcomes.add(unspread(slice, Pool.UNALLOCATED, null, stays, Unspread.NO_RULE));
            }
          });
    }
  }

  /** What stays as it is, without a rule. */
  static PoolOutcome unspread(Slice slice, Pool pool, Invoice invoice, Money amount, Unspread why) {
    return new PoolOutcome(
        slice,
        pool,
        null,
        null,
        invoice,
        amount.currency(),
        Fraction.of(amount.amount()),
        BigDecimal.ZERO,
        why,
        List.of());
  }
}
