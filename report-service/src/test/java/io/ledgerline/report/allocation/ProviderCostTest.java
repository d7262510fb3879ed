package io.ledgerline.report.allocation;

import static io.ledgerline.report.allocation.Allocations.FROM;
import static io.ledgerline.report.allocation.Allocations.MIDDLE;
import static io.ledgerline.report.allocation.Allocations.TO;
import static io.ledgerline.report.allocation.Allocations.byTokens;
import static io.ledgerline.report.allocation.Allocations.even;
import static io.ledgerline.report.allocation.Allocations.plain;
import static io.ledgerline.report.allocation.Allocations.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Validity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider's invoice times markup times share of usage, as Smarter bills it. */
class ProviderCostTest {
  private final Allocations month = new Allocations();

  @Test
  void case13ComesOutExactlyAndIsRoundedAtTheEndOnly() {
    month
        .cost("suspense", "3141-5926-5359", "300", null)
        .cost("suspense", "0000-0000-0001", "900", null)
        .invoice("OpenAI", "2026-03", "200.00 USD")
        .markup((service, time) -> new BigDecimal("1.251250"))
        .rule("provider:openai", byTokens(0, Target.Kind.SOURCE_ACCOUNT));

    PoolOutcome outcome = month.run().pools().getFirst();
    AllocatedLine account = outcome.lines().get(1);

    assertThat(plain(outcome.amount())).isEqualTo("250.25");
    assertThat(account.target()).hasToString("source-account:3141-5926-5359");
    assertThat(account.share()).hasToString("1/4");
    assertThat(plain(account.factor())).isEqualTo("1.25125");
    assertThat(plain(account.exact())).isEqualTo("62.5625");
    assertThat(account.amount()).isEqualTo("62.56");
    assertThat(outcome.lines().getFirst().amount()).isEqualTo("187.69");
    assertThat(outcome.spread()).isEqualByComparingTo("250.25");
  }

  @Test
  void anEndlesslyLongTotalIsRefusedBeforeItIsWrittenOut() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String total : List.of("1E2147483646", "-1E2147483646", "1E-2147483646")) {
            BigDecimal endless = new BigDecimal(total);
            assertThatThrownBy(() -> new ProviderCost(endless, null))
                .isInstanceOf(InvalidValueException.class);
          }
        });
  }

  @Test
  void itIsRoundedAtTheEndOnlyWhateverTheOthersAre() {
    month
        .cost("suspense", "a", "300", null)
        .cost("suspense", "b", "300", null)
        .cost("suspense", "c", "600", null)
        .invoice("openai", "2026-03", "200.00 USD")
        .markup((service, time) -> new BigDecimal("1.251250"))
        .rule("provider:openai", byTokens(0, Target.Kind.SOURCE_ACCOUNT));

    assertThat(texts(month.run()))
        .containsExactly(
            "provider:openai 250.25 | source-account:a 62.56 | source-account:b 62.56"
                + " | source-account:c 125.13");
  }

  @Test
  void theMarkupIsThatOfWhatEachOneUsed() {
    month
        .cost("suspense", "a", "100", null)
        .cost("suspense", "b", "100", null)
        .invoice("openai", "2026-03", "100 USD")
        .markup(
            (service, time) ->
                "completion".equals(service.operation()) ? new BigDecimal("1.5") : BigDecimal.ONE)
        .rule("provider:openai", byTokens(0, Target.Kind.SOURCE_ACCOUNT));

    assertThat(texts(month.run()))
        .containsExactly("provider:openai 150 | source-account:a 75.00 | source-account:b 75.00");
  }

  @Test
  void whatOthersUsedIsNotBilledToThoseListed() {
    month
        .cost("suspense", "a", "300", null)
        .cost("suspense", "b", "900", null)
        .invoice("openai", "2026-03", "200 USD")
        .rule("provider:openai", byTokens(0, "source-account:a"));

    PoolOutcome outcome = month.run().pools().getFirst();

    assertThat(texts(month.run())).containsExactly("provider:openai 200 | source-account:a 50.00");
    assertThat(plain(outcome.remainder())).isEqualTo("150");
  }

  @Test
  void anInvoiceOfAMonthThatIsNotWhollyInThePeriodIsNotSpread() {
    month
        .cost("suspense", "a", "300", null)
        .invoice("openai", "2026-03", "200 USD")
        .invoice("openai", "2026-02", "100 USD")
        .rule("provider:openai", byTokens(0, Target.Kind.SOURCE_ACCOUNT));

    assertThat(texts(month.run(FROM, MIDDLE)))
        .containsExactly("provider:openai 200 stays: month-not-whole");
  }

  @Test
  void anInvoiceWithoutARuleIsSeen() {
    month.invoice("openai", "2026-03", "200 USD");

    assertThat(texts(month.run())).containsExactly("provider:openai 200 stays: no-rule");
  }

  @Test
  void theRuleInForceAtTheMonthsEndSpreadsAllOfIt() {
    month
        .used(FROM, "suspense", "a", "300", null)
        .used(MIDDLE, "suspense", "b", "100", null)
        .invoice("openai", "2026-03", "100 USD")
        .rule("provider:openai", even(0, "source-account:a"), new Validity(FROM, null))
        .rule(
            "provider:openai", byTokens(0, Target.Kind.SOURCE_ACCOUNT), new Validity(MIDDLE, null));

    assertThat(texts(month.run()))
        .containsExactly("provider:openai 100 | source-account:a 75.00 | source-account:b 25.00");
  }

  @Test
  void monthsAreSpreadOneByOne() {
    month
        .used(FROM, "suspense", "a", "1", null)
        .used(TO, "suspense", "b", "1", null)
        .invoice("openai", "2026-03", "100 USD")
        .invoice("openai", "2026-04", "10 USD")
        .rule("provider:openai", byTokens(0, Target.Kind.SOURCE_ACCOUNT));

    assertThat(texts(month.run(FROM, TO.plusSeconds(30 * 86_400))))
        .containsExactly(
            "provider:openai 100 | source-account:a 100.00",
            "provider:openai 10 | source-account:b 10.00");
  }

  @Test
  void aProvidersCostMayGoThroughASharedCostCentre() {
    month
        .cost("research", "a", "3", "1 USD")
        .cost("sales", "b", "1", "1 USD")
        .invoice("openai", "2026-03", "8 USD")
        .rule("provider:openai", even(0, "cost-centre:platform"))
        .rule("cost-centre:platform", byTokens(1, Target.Kind.COST_CENTRE));

    assertThat(texts(month.run()))
        .containsExactly(
            "provider:openai 8 | cost-centre:platform 8.00",
            "cost-centre:platform 8 | cost-centre:research 6.00 | cost-centre:sales 2.00");
  }

  @Test
  void idleIsWhatTheInvoiceSaysAboveWhatUsageWasRatedAt() {
    month
        .cost("research", "a", "3", "60 USD")
        .cost("sales", "b", "1", "20 USD")
        .invoice("openai", "2026-03", "100 USD")
        .rule("idle:openai", byTokens(0, Target.Kind.COST_CENTRE));

    assertThat(texts(month.run()))
        .containsExactly("idle:openai 20 | cost-centre:research 15.00 | cost-centre:sales 5.00");
  }

  @Test
  void nothingIsIdleWhenUsageWasRatedAtMore() {
    month
        .cost("research", "a", "3", "160 USD")
        .invoice("openai", "2026-03", "100 USD")
        .rule("idle:openai", byTokens(0, Target.Kind.COST_CENTRE));

    assertThat(texts(month.run())).containsExactly("idle:openai 0 stays: nothing-idle");
  }
}
