package io.ledgerline.report.allocation;

import static io.ledgerline.report.allocation.Allocations.FROM;
import static io.ledgerline.report.allocation.Allocations.MIDDLE;
import static io.ledgerline.report.allocation.Allocations.byCost;
import static io.ledgerline.report.allocation.Allocations.byTokens;
import static io.ledgerline.report.allocation.Allocations.even;
import static io.ledgerline.report.allocation.Allocations.fixed;
import static io.ledgerline.report.allocation.Allocations.plain;
import static io.ledgerline.report.allocation.Allocations.share;
import static io.ledgerline.report.allocation.Allocations.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Validity;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeriodAllocationTest {
  private final Allocations month = new Allocations();

  @Test
  void aSharedCostCentreIsSpreadByFixedShares() {
    month
        .cost("platform", "a", "1", "10.00 USD")
        .cost("research", "b", "1", "5.00 USD")
        .rule("cost-centre:platform", fixed(0, "cost-centre:research", "2", "cost-centre:it", "1"));

    Allocation spread = month.run();

    assertThat(texts(spread))
        .containsExactly(
            "cost-centre:platform 10 | cost-centre:it 3.33 | cost-centre:research 6.67");
    AllocatedLine line = spread.pools().getFirst().lines().getFirst();
    assertThat(line.method()).isEqualTo(Method.FIXED);
    assertThat(line.rule()).isEqualTo(spread.pools().getFirst().rule()).isNotNull();
    assertThat(line.share()).hasToString("1/3");
    assertThat(balances(spread))
        .containsExactly(
            "cost-centre:it 0 + 3.33 - 0",
            "cost-centre:platform 10 + 0 - 10",
            "cost-centre:research 5 + 6.67 - 0");
  }

  @Test
  void unallocatedCostGoesToWorkspacesByWhatTheyUsed() {
    month
        .cost("suspense", "x", "7", "0.70 USD")
        .cost("research", "acc/one", "300", "1 USD")
        .cost("research", "acc/two", "100", "1 USD")
        .rule("unallocated", byTokens(0, Target.Kind.WORKSPACE));

    assertThat(texts(month.run()))
        .containsExactly(
            "cost-centre:suspense 0.7 | workspace:acc/one 0.53 | workspace:acc/two 0.17");
  }

  @Test
  void whatRoundingLeavesStaysInThePoolAndIsSeen() {
    month.cost("platform", "a", "1", "10.0049 USD");
    month.rule("cost-centre:platform", even(0, "cost-centre:b", "cost-centre:c", "cost-centre:d"));

    PoolOutcome outcome = month.run().pools().getFirst();

    assertThat(outcome.spread()).isEqualByComparingTo("10.00");
    assertThat(plain(outcome.remainder())).isEqualTo("0.0049");
  }

  @Test
  void statedDecimalsSpreadTheLastDigitToo() {
    month.cost("platform", "a", "1", "10.0049 USD");
    month.rule(
        "cost-centre:platform",
        new AllocationRule(
            Method.EVEN, 0, null, plain("cost-centre:b", "cost-centre:c"), null, null, null, 4));

    assertThat(texts(month.run()))
        .containsExactly(
            "cost-centre:platform 10.0049 | cost-centre:b 5.0025 | cost-centre:c 5.0024");
  }

  @Test
  void aCurrencyWithoutCentsIsSpreadInWholeUnits() {
    month.cost("platform", "a", "1", "100 JPY");
    month.rule("cost-centre:platform", even(0, "cost-centre:b", "cost-centre:c", "cost-centre:d"));

    assertThat(texts(month.run()))
        .containsExactly(
            "cost-centre:platform 100 | cost-centre:b 34 | cost-centre:c 33 | cost-centre:d 33");
  }

  @Test
  void withoutUsageItStaysAndSaysSo() {
    month.cost("platform", "a", "1", "10 USD");
    month.rule("cost-centre:platform", byTokens(0, "cost-centre:b", "cost-centre:c"));

    Allocation spread = month.run();

    assertThat(texts(spread)).containsExactly("cost-centre:platform 10 stays: no-usage");
    assertThat(plain(spread.pools().getFirst().remainder())).isEqualTo("10");
    assertThat(balances(spread)).containsExactly("cost-centre:platform 10 + 0 - 0");
  }

  @Test
  void unallocatedCostWithoutARuleIsSeen() {
    month.cost("suspense", "a", "1", "0.01 USD");

    assertThat(texts(month.run())).containsExactly("cost-centre:suspense 0.01 stays: no-rule");
  }

  @Test
  void minimumsAboveTheTotalLeaveItWhereItIs() {
    month.cost("platform", "a", "1", "10 USD");
    month.rule("cost-centre:platform", withMinimum("USD", "10.01"));

    assertThat(texts(month.run()))
        .containsExactly("cost-centre:platform 10 stays: minimums-exceed-total");
  }

  @Test
  void minimumsInAnotherCurrencyLeaveItWhereItIs() {
    month.cost("platform", "a", "1", "10 USD");
    month.rule("cost-centre:platform", withMinimum("EUR", "1"));

    assertThat(texts(month.run())).containsExactly("cost-centre:platform 10 stays: other-currency");
  }

  @Test
  void costsInSeveralCurrenciesAreNotCompared() {
    month
        .cost("platform", "a", "1", "10 USD")
        .cost("research", "b", "1", "1 USD")
        .cost("sales", "c", "1", "1 EUR")
        .rule("cost-centre:platform", byCost(0, Target.Kind.COST_CENTRE));

    assertThat(texts(month.run()))
        .containsExactly("cost-centre:platform 10 stays: mixed-currencies");
  }

  @Test
  void byCostFollowsWhatOthersAreCharged() {
    month
        .cost("platform", "a", "1", "10 USD")
        .cost("research", "b", "1", "3 USD")
        .cost("sales", "c", "1", "1 USD")
        .rule("cost-centre:platform", byCost(0, Target.Kind.COST_CENTRE));

    assertThat(texts(month.run()))
        .containsExactly(
            "cost-centre:platform 10 | cost-centre:research 7.50 | cost-centre:sales 2.50");
  }

  @Test
  void aPoolPassesOnWhatItReceived() {
    month
        .cost("building", "a", "1", "6 USD")
        .cost("platform", "b", "1", "10 USD")
        .cost("research", "c", "3", "1 USD")
        .cost("sales", "d", "1", "1 USD")
        .rule("cost-centre:platform", byTokens(2, Target.Kind.COST_CENTRE))
        .rule("cost-centre:building", even(1, "cost-centre:platform", "cost-centre:sales"));

    Allocation spread = month.run();

    assertThat(texts(spread))
        .containsExactly(
            "cost-centre:building 6 | cost-centre:platform 3.00 | cost-centre:sales 3.00",
            "cost-centre:platform 13 | cost-centre:research 9.75 | cost-centre:sales 3.25");
    assertThat(balances(spread))
        .containsExactly(
            "cost-centre:building 6 + 0 - 6",
            "cost-centre:platform 10 + 3 - 13",
            "cost-centre:research 1 + 9.75 - 0",
            "cost-centre:sales 1 + 6.25 - 0");
  }

  @Test
  void aRuleCountsFromWhenItBegins() {
    month
        .used(FROM, "platform", "a", "1", "1 USD")
        .used(MIDDLE.minusSeconds(900), "platform", "a", "1", "1 USD")
        .used(MIDDLE, "platform", "a", "1", "5 USD")
        .rule("cost-centre:platform", even(0, "cost-centre:old"), new Validity(FROM, null))
        .rule("cost-centre:platform", even(0, "cost-centre:new"), new Validity(MIDDLE, null));

    Allocation spread = month.run();

    assertThat(texts(spread))
        .containsExactly(
            "cost-centre:platform 2 | cost-centre:old 2.00",
            "cost-centre:platform 5 | cost-centre:new 5.00");
    assertThat(spread.pools().getFirst().slice()).isEqualTo(new Slice(FROM, MIDDLE));
  }

  @Test
  void aCreditGoesWhereTheCostWent() {
    month.cost("platform", "a", "1", "-10 USD");
    month.rule("cost-centre:platform", fixed(0, "cost-centre:b", "1", "cost-centre:c", "2"));

    assertThat(texts(month.run()))
        .containsExactly("cost-centre:platform -10 | cost-centre:b -3.33 | cost-centre:c -6.67");
  }

  private static AllocationRule withMinimum(String currency, String minimum) {
    return new AllocationRule(
        Method.FIXED,
        0,
        null,
        List.of(share("cost-centre:b", "1", minimum)),
        null,
        null,
        Currency.getInstance(currency),
        null);
  }

  private static List<String> balances(Allocation allocation) {
    return allocation.balances().entrySet().stream()
        .map(
            entry ->
                entry.getKey().target()
                    + " "
                    + entry.getValue().own().toPlainString()
                    + " + "
                    + entry.getValue().received().toPlainString()
                    + " - "
                    + entry.getValue().given().toPlainString())
        .toList();
  }
}
