package io.ledgerline.report.attribution;

import static io.ledgerline.report.attribution.Rules.EARLY;
import static io.ledgerline.report.attribution.Rules.LATE;
import static io.ledgerline.report.attribution.Rules.MOVED;
import static io.ledgerline.report.attribution.Rules.book;
import static io.ledgerline.report.attribution.Rules.centre;
import static io.ledgerline.report.attribution.Rules.gone;
import static io.ledgerline.report.attribution.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.allocation.AllocationBook;
import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.Allocations;
import io.ledgerline.report.allocation.Pool;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CostCentreChecksTest {
  private static final Validity FIRST = new Validity(EARLY, MOVED);
  private static final Validity THEN = new Validity(MOVED, null);

  private static List<String> codes(
      Register<CostCentreCode, CostCentre> book, List<Draft<CostCentreCode, CostCentre>> drafts) {
    return CostCentreChecks.faults(book, List.of(), drafts).stream().map(DraftFault::code).toList();
  }

  @Test
  void aTreeComesInAnyOrder() {
    assertThat(codes(book(), List.of(centre("c", "b"), centre("b", "a"), centre("a", null))))
        .isEmpty();
  }

  @Test
  void aParentExistsAsLongAsItsChild() {
    assertThat(codes(book(), List.of(centre("b", "a")))).containsExactly("unknown-parent");
    assertThat(codes(book(centre("a", null, FIRST)), List.of(centre("b", "a", FIRST)))).isEmpty();
    assertThat(
            codes(
                book(centre("a", null, FIRST)),
                List.of(centre("b", "a", new Validity(EARLY, LATE)))))
        .containsExactly("unknown-parent");
    assertThat(
            codes(
                book(centre("a", null, FIRST), centre("a", null, THEN)),
                List.of(centre("b", "a", new Validity(EARLY, LATE)))))
        .isEmpty();
  }

  @Test
  void noneStandsBelowItself() {
    assertThat(codes(book(), List.of(centre("a", "a")))).containsExactly("cost-centre-cycle");
    assertThat(
            codes(
                book(centre("a", null), centre("b", "a"), centre("c", "b")),
                List.of(centre("a", "c"))))
        .containsExactly("cost-centre-cycle");
  }

  @Test
  void aTreeMayTurnAroundAsLongAsItIsNeverARing() {
    Register<CostCentreCode, CostCentre> book = book(centre("a", null), centre("b", "a"));
    assertThat(codes(book, List.of(centre("b", null, THEN), centre("a", "b", THEN)))).isEmpty();
    assertThat(
            codes(
                book, List.of(centre("b", null, new Validity(LATE, null)), centre("a", "b", THEN))))
        .containsExactly("cost-centre-cycle");
  }

  @Test
  void oneThatIsPointedToStays() {
    Register<CostCentreCode, CostCentre> book = book(centre("a", null), centre("b", "a"));
    List<CostCentreUse> rules =
        CostCentreUse.byRules(book(rule(Map.of("project", "p"), "b", FIRST))).toList();

    assertThat(codes(book, List.of(gone("a", THEN)))).containsExactly("cost-centre-in-use");
    assertThat(codes(book, List.of(gone("a", THEN), gone("b", THEN)))).isEmpty();
    List<DraftFault> faults =
        CostCentreChecks.faults(book, rules, List.of(gone("b", Validity.ALWAYS)));
    assertThat(faults).extracting(DraftFault::code).containsExactly("cost-centre-in-use");
    assertThat(faults.getFirst().detail()).contains("project=p");
    assertThat(CostCentreChecks.faults(book, rules, List.of(gone("b", THEN)))).isEmpty();
  }

  @Test
  void oneThatAllocationRulesNameStays() {
    Register<CostCentreCode, CostCentre> book = book(centre("pool", null), centre("bearer", null));
    AllocationRule rule = Allocations.even(1, "cost-centre:bearer", "source-account:pool");
    AllocationKey key = new AllocationKey(Pool.of("cost-centre:pool"));
    List<CostCentreUse> uses =
        new AllocationBook(book(new Draft<>(key, rule, FIRST))).costCentreUses().toList();

    List<DraftFault> faults =
        CostCentreChecks.faults(
            book,
            uses,
            List.of(gone("pool", Validity.ALWAYS), gone("bearer", new Validity(EARLY, MOVED))));
    assertThat(faults)
        .extracting(DraftFault::index, DraftFault::code)
        .containsExactlyInAnyOrder(tuple(0, "cost-centre-in-use"), tuple(1, "cost-centre-in-use"));
    assertThat(faults.getFirst().detail()).contains("allocation rule", "cost-centre:pool");
    assertThat(CostCentreChecks.faults(book, uses, List.of(gone("pool", THEN)))).isEmpty();
  }

  @Test
  void suspenseIsNobodysToChange() {
    assertThat(codes(book(), List.of(centre("suspense", null), centre("a", "suspense"))))
        .containsExactly("reserved-cost-centre", "unknown-parent");
  }

  @Test
  void aTreeShowsWhoStandsBelowWhomAtATime() {
    CostCentreTree tree =
        new CostCentreTree(
            book(
                centre("a", null),
                centre("b", "a", FIRST),
                centre("b", null, THEN),
                centre("c", "b")),
            EARLY);

    assertThat(tree.roots()).extracting(CostCentreCode::code).containsExactly("a");
    assertThat(tree.path(new CostCentreCode("c")))
        .extracting(CostCentreCode::code)
        .containsExactly("a", "b", "c");
    assertThat(tree.below(new CostCentreCode("b"))).containsExactly(new CostCentreCode("c"));
    assertThat(tree.get(new CostCentreCode("x"))).isNull();
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(strings = {"", " ", " a", "a ", "a\tb"})
  void aCodeIsATextWithoutBlanksAtItsEnds(String code) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> new CostCentreCode(code));
  }
}
