package io.ledgerline.report.allocation;

import static io.ledgerline.report.allocation.Allocations.MIDDLE;
import static io.ledgerline.report.allocation.Allocations.TO;
import static io.ledgerline.report.allocation.Allocations.byTokens;
import static io.ledgerline.report.allocation.Allocations.even;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleCheckTest {
  private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aPoolThatReceivesComesLater() {
    assertThat(
            faults(
                List.of(),
                List.of(
                    rule("cost-centre:a", even(1, "cost-centre:b")),
                    rule("cost-centre:b", even(2, "cost-centre:c", "workspace:x/y")))))
        .isEmpty();
    assertThat(
            faults(
                List.of(rule("cost-centre:a", even(1, "cost-centre:b"))),
                List.of(rule("cost-centre:b", even(1, "cost-centre:c")))))
        .containsExactly("0 order allocation-order");
  }

  @Test
  void noPoolPoursIntoItself() {
    assertThat(faults(List.of(), List.of(rule("cost-centre:a", even(1, "cost-centre:a")))))
        .containsExactly("0 targets allocation-cycle");
  }

  @Test
  void notByWayOfOthersEither() {
    assertThat(
            faults(
                List.of(
                    rule("cost-centre:a", even(1, "cost-centre:b")),
                    rule("cost-centre:b", even(2, "cost-centre:c"))),
                List.of(rule("cost-centre:c", even(3, "cost-centre:a", "cost-centre:d")))))
        .containsExactly("0 targets allocation-cycle");
  }

  @Test
  void rulesOfDifferentTimesMakeNoCycle() {
    assertThat(
            faults(
                List.of(rule("cost-centre:a", even(1, "cost-centre:b"), Instant.EPOCH, MIDDLE)),
                List.of(rule("cost-centre:b", even(1, "cost-centre:a"), MIDDLE, null))))
        .isEmpty();
    assertThat(
            faults(
                List.of(rule("cost-centre:a", even(1, "cost-centre:b"), Instant.EPOCH, TO)),
                List.of(rule("cost-centre:b", even(1, "cost-centre:a"), MIDDLE, null))))
        .containsExactly("0 targets allocation-cycle");
  }

  @Test
  void aRuleThatBeginsLaterWithinADraftsTimeIsSeen() {
    assertThat(
            faults(
                List.of(rule("cost-centre:a", even(1, "cost-centre:b"), MIDDLE, TO)),
                List.of(rule("cost-centre:b", even(1, "cost-centre:a"), Instant.EPOCH, null))))
        .containsExactly("0 targets allocation-cycle");
  }

  @Test
  void whoeverUsedMayBeAPoolToo() {
    assertThat(
            faults(
                List.of(rule("cost-centre:a", byTokens(1, Target.Kind.COST_CENTRE))),
                List.of(rule("cost-centre:b", byTokens(1, Target.Kind.COST_CENTRE)))))
        .isEmpty();
  }

  @Test
  void anInvoiceIsBilledOnce() {
    assertThat(
            faults(
                List.of(rule("provider:OpenAI", even(1, "cost-centre:a"))),
                List.of(
                    rule("idle:openai", even(1, "cost-centre:a")),
                    rule("idle:anthropic", even(1, "cost-centre:a")))))
        .containsExactly("0 pool billed-twice");
  }

  @Test
  void aWithdrawalBreaksNothing() {
    assertThat(
            faults(
                List.of(rule("cost-centre:a", even(1, "cost-centre:b"))),
                List.of(
                    rule("cost-centre:a", null), rule("cost-centre:b", even(1, "cost-centre:a")))))
        .isEmpty();
  }

  @Test
  void theCostCentresThatARuleNamesExist() {
    assertThat(
            faults(
                List.of(),
                List.of(
                    rule("cost-centre:a", even(1, "cost-centre:b", "cost-centre:typo")),
                    rule("cost-centre:nowhere", even(1, "cost-centre:a")),
                    rule("unallocated", even(1, "source-account:whoever")))))
        .containsExactly("0 targets unknown-cost-centre", "1 pool unknown-cost-centre");
  }

  /** Four of them. */
  private static Register<CostCentreCode, CostCentre> centres() {
    return new Register<>(
        KNOWN,
        Stream.of("a", "b", "c", "d")
            .map(
                code ->
                    new Entry<>(
                        UUID.randomUUID(),
                        new CostCentreCode(code),
                        new CostCentre(code, null, null, null, Currency.getInstance("USD")),
                        Validity.ALWAYS,
                        KNOWN,
                        new Provenance("test", "test")))
            .toList());
  }

  private static Draft<AllocationKey, AllocationRule> rule(String pool, AllocationRule rule) {
    return rule(pool, rule, Instant.EPOCH, null);
  }

  private static Draft<AllocationKey, AllocationRule> rule(
      String pool, AllocationRule rule, Instant from, Instant to) {
    return new Draft<>(new AllocationKey(Pool.of(pool)), rule, new Validity(from, to));
  }

  private static List<String> faults(
      List<Draft<AllocationKey, AllocationRule>> known,
      List<Draft<AllocationKey, AllocationRule>> drafts) {
    List<Entry<AllocationKey, AllocationRule>> entries =
        known.stream()
            .map(
                draft ->
                    new Entry<>(
                        UUID.randomUUID(),
                        draft.key(),
                        draft.value(),
                        draft.validity(),
                        KNOWN,
                        new Provenance("test", "test")))
            .toList();
    return RuleCheck.faults(new Register<>(KNOWN, entries), centres(), drafts).stream()
        .map(fault -> fault.index() + " " + fault.field() + " " + fault.code())
        .toList();
  }
}
