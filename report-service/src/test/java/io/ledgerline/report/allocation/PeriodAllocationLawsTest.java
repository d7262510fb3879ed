package io.ledgerline.report.allocation;

import static io.ledgerline.report.allocation.Allocations.FROM;
import static io.ledgerline.report.allocation.Allocations.byCost;
import static io.ledgerline.report.allocation.Allocations.byTokens;
import static io.ledgerline.report.allocation.Allocations.even;
import static io.ledgerline.report.allocation.Allocations.fixed;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever the rules: nothing is lost, nothing is made, and order does not matter. */
class PeriodAllocationLawsTest {
  private static final List<String> CENTRES = List.of("p1", "p2", "p3", "r", "s", "suspense");
  private static final int QUARTERS = 31 * 96;

  @Property(tries = 300)
  void whatIsChargedInTheEndIsWhatWasChargedAndInvoiced(@ForAll Random random) {
    Allocation spread = some(random).run();

    assertThat(sum(spread, Sum.TOTAL))
        .isEqualByComparingTo(sum(spread, Sum.OWN).add(invoiced(spread)));
  }

  @Property(tries = 300)
  void linesAndRemainderAreThePool(@ForAll Random random) {
    for (PoolOutcome outcome : some(random).run().pools()) {
      BigDecimal lines =
          outcome.lines().stream()
              .map(AllocatedLine::amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add);

      assertThat(outcome.spread()).isEqualByComparingTo(lines);
      assertThat(Fraction.of(lines).plus(outcome.remainder())).isEqualTo(outcome.amount());
      if (outcome.unspread() == null) {
        assertThat(outcome.remainder().abs()).isLessThan(Fraction.of(new BigDecimal("0.0050001")));
      }
    }
  }

  @Property(tries = 200)
  void theOrderOfUsageAndRulesDoesNotMatter(@ForAll long seed) {
    Allocations shuffled = some(new Random(seed));
    shuffled.shuffle(new Random(seed + 1));

    assertThat(Allocations.texts(shuffled.run()))
        .isEqualTo(Allocations.texts(some(new Random(seed)).run()));
  }

  @Example
  void ofNothingComesNothing() {
    Allocation spread = new Allocations().rule("cost-centre:p1", even(0, "cost-centre:r")).run();

    assertThat(spread.pools()).isEmpty();
    assertThat(spread.balances()).isEmpty();
  }

  private static Allocations some(Random random) {
    Allocations month = new Allocations();
    month.invoice("openai", "2026-03", random.nextInt(100_000) + ".37 USD");
    month.markup((service, time) -> new BigDecimal("1." + (service.model() == null ? "5" : "25")));
    for (int i = random.nextInt(40); i > 0; i--) {
      Instant time = FROM.plusSeconds(900L * random.nextInt(QUARTERS));
      month.used(
          time,
          CENTRES.get(random.nextInt(CENTRES.size())),
          "acc" + random.nextInt(3) + (random.nextBoolean() ? "/w" + random.nextInt(2) : ""),
          String.valueOf(random.nextInt(1000)),
          "0.%07d USD".formatted(random.nextInt(10_000_000)));
    }
    for (int order = 1; order <= 3; order++) {
      month.rule("cost-centre:p" + order, some(random, order), since(random));
    }
    if (random.nextBoolean()) {
      month.rule("unallocated", some(random, 4), since(random));
    }
    month.rule(
        "provider:openai",
        random.nextBoolean()
            ? byTokens(0, Target.Kind.COST_CENTRE)
            : even(0, "cost-centre:p1", "cost-centre:s"));
    return month;
  }

  private static Validity since(Random random) {
    return random.nextBoolean()
        ? Validity.ALWAYS
        : new Validity(FROM.plusSeconds(900L * random.nextInt(QUARTERS)), null);
  }

  /** A rule that pours into pools of a higher order only. */
  private static AllocationRule some(Random random, int order) {
    String next = "cost-centre:" + (order < 3 ? "p" + (order + 1) : "s");
    return switch (random.nextInt(5)) {
      case 0 -> fixed(order, "cost-centre:r", "1", next, "2.5", "workspace:acc0/w0", "3");
      case 1 -> even(order, "cost-centre:r", "source-account:acc1", next);
      case 2 -> byTokens(order, Target.Kind.COST_CENTRE);
      case 3 -> byTokens(order, Target.Kind.WORKSPACE);
      default -> byCost(order, Target.Kind.COST_CENTRE);
    };
  }

  private enum Sum {
    OWN,
    TOTAL
  }

  private static BigDecimal sum(Allocation spread, Sum what) {
    return spread.balances().values().stream()
        .map(balance -> what == Sum.OWN ? balance.own() : balance.total())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal invoiced(Allocation spread) {
    return spread.pools().stream()
        .filter(outcome -> outcome.invoice() != null)
        .map(PoolOutcome::spread)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
