package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/** Makes rules, usage and invoices for tests, and shows what became of them as texts. */
public final class Allocations {
  static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  static final Instant TO = Instant.parse("2026-04-01T00:00:00Z");
  static final Instant MIDDLE = Instant.parse("2026-03-16T00:00:00Z");
  static final MeterName TOKENS = new MeterName("tokens");

  private final List<Entry<AllocationKey, AllocationRule>> entries = new ArrayList<>();
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<Used> used = new ArrayList<>();
  private Markups markups = Markups.NONE;

  private record Used(Instant time, Consumption line) {}

  static AllocationRule fixed(int order, String... targetsAndWeights) {
    List<TargetShare> shares = new ArrayList<>();
    for (int i = 0; i < targetsAndWeights.length; i += 2) {
      shares.add(share(targetsAndWeights[i], targetsAndWeights[i + 1], null));
    }
    return new AllocationRule(Method.FIXED, order, null, shares, null, null, null, null);
  }

  public static AllocationRule even(int order, String... targets) {
    return new AllocationRule(Method.EVEN, order, null, plain(targets), null, null, null, null);
  }

  /** By usage of tokens among all cost centres. */
  static AllocationRule byTokens(int order, Target.Kind every) {
    return new AllocationRule(
        Method.BY_USAGE, order, null, null, every, List.of(TOKENS), null, null);
  }

  static AllocationRule byTokens(int order, String... targets) {
    return new AllocationRule(
        Method.BY_USAGE, order, null, plain(targets), null, List.of(TOKENS), null, null);
  }

  static AllocationRule byCost(int order, Target.Kind every) {
    return new AllocationRule(Method.BY_USAGE, order, null, null, every, null, null, null);
  }

  static TargetShare share(String target, String weight, String minimum) {
    return new TargetShare(
        Target.of(target),
        weight == null ? null : new BigDecimal(weight),
        minimum == null ? null : new BigDecimal(minimum));
  }

  static List<TargetShare> plain(String... targets) {
    return Arrays.stream(targets).map(target -> share(target, null, null)).toList();
  }

  static Money money(String text) {
    String[] parts = text.split(" ");
    return new Money(new BigDecimal(parts[0]), Currency.getInstance(parts[1]));
  }

  Allocations rule(String pool, AllocationRule rule) {
    return rule(pool, rule, Validity.ALWAYS);
  }

  Allocations rule(String pool, AllocationRule rule, Validity validity) {
    entries.add(
        new Entry<>(
            id(pool),
            new AllocationKey(Pool.of(pool)),
            rule,
            validity,
            FROM.plusSeconds(entries.size()),
            new Provenance("test", "test")));
    return this;
  }

  Allocations invoice(String provider, String month, String total) {
    invoices.add(new Invoice(id(provider), provider, YearMonth.parse(month), money(total)));
    return this;
  }

  Allocations markup(Markups factors) {
    markups = factors;
    return this;
  }

  /** Usage with a cost, at the middle of the month. */
  Allocations cost(String costCentre, String account, String quantity, String cost) {
    return used(MIDDLE, costCentre, account, quantity, cost);
  }

  Allocations used(Instant time, String costCentre, String account, String quantity, String cost) {
    String[] workspace = account.split("/");
    used.add(
        new Used(
            time,
            new Consumption(
                new Consumption.Service("openai", "completion", "gpt-4"),
                costCentre,
                workspace[0],
                workspace.length > 1 ? workspace[1] : null,
                TOKENS,
                new BigDecimal(quantity),
                cost == null ? null : money(cost),
                cost == null ? null : money(cost))));
    return this;
  }

  void shuffle(java.util.Random random) {
    java.util.Collections.shuffle(used, random);
    java.util.Collections.shuffle(entries, random);
  }

  Allocation run() {
    return run(FROM, TO);
  }

  Allocation run(Instant from, Instant to) {
    PeriodAllocation allocation =
        new PeriodAllocation(
            new AllocationBook(new Register<>(Instant.MAX, entries)), invoices, markups, from, to);
    used.forEach(line -> allocation.add(line.time(), line.line()));
    return allocation.finish();
  }

  /** Pool, amount, and then either each target with its amount, or why it was not spread. */
  static List<String> texts(Allocation allocation) {
    return allocation.pools().stream().map(Allocations::text).toList();
  }

  private static String text(PoolOutcome outcome) {
    StringBuilder text = new StringBuilder(outcome.pool().toString());
    text.append(' ').append(plain(outcome.amount()));
    if (outcome.unspread() != null) {
      text.append(" stays: ").append(outcome.unspread().wire());
    }
    for (AllocatedLine line : outcome.lines()) {
      text.append(" | ").append(line.target()).append(' ').append(line.amount().toPlainString());
    }
    return text.toString();
  }

  static String plain(Fraction fraction) {
    return fraction.decimal().map(BigDecimal::toPlainString).orElseGet(fraction::toString);
  }

  private UUID id(String text) {
    return UUID.nameUUIDFromBytes(
        (text + entries.size() + invoices.size()).getBytes(StandardCharsets.UTF_8));
  }
}
