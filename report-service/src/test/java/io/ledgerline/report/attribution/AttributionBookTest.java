package io.ledgerline.report.attribution;

import static io.ledgerline.report.attribution.Rules.EARLY;
import static io.ledgerline.report.attribution.Rules.LATE;
import static io.ledgerline.report.attribution.Rules.MOVED;
import static io.ledgerline.report.attribution.Rules.book;
import static io.ledgerline.report.attribution.Rules.centre;
import static io.ledgerline.report.attribution.Rules.rule;
import static io.ledgerline.report.attribution.Rules.usage;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.rating.Payer;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttributionBookTest {
  private static final Register<CostCentreCode, CostCentre> CENTRES =
      book(centre("one", null), centre("two", "one"), centre("three", null));

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static AttributionBook rules(Draft<RuleMatch, RuleTarget>... rules) {
    return new AttributionBook(CENTRES, book(rules));
  }

  private static String payer(AttributionBook book, Map<String, String> usage) {
    return book.payer(usage(usage), EARLY).costCentre();
  }

  @Test
  void whatNoRuleSpeaksOfIsPaidBySuspense() {
    assertThat(rules().payer(usage(Map.of("project", "p")), EARLY)).isEqualTo(Payer.NOBODY);
    assertThat(payer(rules(rule(Map.of("project", "p"), "one")), Map.of("project", "q")))
        .isEqualTo("suspense");
  }

  @Test
  void thePayerIsToldWithItsRuleAndItsCurrency() {
    AttributionBook book = rules(rule(Map.of("project", "p"), "one"));
    assertThat(book.payer(usage(Map.of("project", "p")), EARLY))
        .isEqualTo(new Payer("one", new UUID(1, 0), Currency.getInstance("EUR")));
  }

  @Test
  void aCostCentreIsKnownWithAllAboveIt() {
    assertThat(rules().upwards("two", EARLY)).containsExactly("two", "one");
    assertThat(rules().upwards("suspense", EARLY)).containsExactly("suspense");
  }

  @Test
  void theRuleThatNamesMoreThingsWins() {
    AttributionBook book =
        rules(
            rule(Map.of(), "one"),
            rule(Map.of("project", "p"), "two"),
            rule(Map.of("project", "p", "team", "a"), "three"));

    assertThat(payer(book, Map.of("account", "x"))).isEqualTo("one");
    assertThat(payer(book, Map.of("project", "p"))).isEqualTo("two");
    assertThat(payer(book, Map.of("project", "p", "team", "b"))).isEqualTo("two");
    assertThat(payer(book, Map.of("project", "p", "team", "a"))).isEqualTo("three");
    assertThat(book.matches(usage(Map.of("project", "p", "team", "a")), EARLY))
        .extracting(entry -> entry.value().costCentre())
        .containsExactly("three", "two", "one");
  }

  @Test
  void aProjectsRuleGoesBeforeItsWorkspacesAndThatBeforeTheAccounts() {
    AttributionBook book =
        rules(
            rule(Map.of("account", "a"), "one"),
            rule(Map.of("project", "p"), "two"),
            rule(Map.of("workspace", "w"), "three"));

    assertThat(payer(book, Map.of("account", "a"))).isEqualTo("one");
    assertThat(payer(book, Map.of("account", "a", "workspace", "w"))).isEqualTo("three");
    assertThat(payer(book, Map.of("account", "a", "workspace", "w", "project", "p")))
        .isEqualTo("two");
  }

  @Test
  void theCloserNameOfAModelWins() {
    AttributionBook book =
        rules(
            rule(Map.of("model", "*"), "one"),
            rule(Map.of("model", "gpt-*"), "two"),
            rule(Map.of("model", "gpt-4o"), "three"));

    assertThat(payer(book, Map.of("model", "claude"))).isEqualTo("one");
    assertThat(payer(book, Map.of("model", "gpt-4o-mini"))).isEqualTo("two");
    assertThat(payer(book, Map.of("model", "gpt-4o"))).isEqualTo("three");
    assertThat(payer(book, Map.of("project", "p"))).isEqualTo("suspense");
  }

  @Test
  void aProjectThatMovesIsSplitAtTheQuarterHourAtWhichItMoved() {
    AttributionBook book =
        rules(
            rule(Map.of("project", "p"), "one"),
            rule(Map.of("project", "p"), "two", new Validity(MOVED, null)));

    assertThat(book.payer(usage(Map.of("project", "p")), MOVED.minusSeconds(900)).costCentre())
        .isEqualTo("one");
    assertThat(book.payer(usage(Map.of("project", "p")), MOVED).costCentre()).isEqualTo("two");
    assertThat(book.changes()).contains(MOVED);
  }

  @Test
  void aRuleLearntLaterReattributesThePastAndLeavesWhatWasKnownBefore() {
    List<Draft<RuleMatch, RuleTarget>> learnt =
        List.of(
            rule(Map.of("project", "p"), "one"),
            rule(Map.of("project", "p"), "two", new Validity(EARLY, LATE)),
            rule(Map.of("project", "p"), null, new Validity(MOVED, LATE)));
    assertThat(payersAt(learnt, 0)).containsExactly("one", "one", "one");
    assertThat(payersAt(learnt, 1)).containsExactly("two", "two", "one");
    assertThat(payersAt(learnt, 2)).containsExactly("two", "suspense", "one");
    assertThat(payersAt(learnt, 0)).containsExactly("one", "one", "one");
  }

  private static List<String> payersAt(List<Draft<RuleMatch, RuleTarget>> learnt, int last) {
    AttributionBook book = new AttributionBook(CENTRES, book(learnt, Rules.learnt(last)));
    return List.of(EARLY, MOVED, LATE).stream()
        .map((Instant time) -> book.payer(usage(Map.of("project", "p")), time).costCentre())
        .toList();
  }

  @Test
  void theCurrencyIsTheOneOfTheTimeOfUse() {
    Draft<CostCentreCode, CostCentre> dollars =
        new Draft<>(
            new CostCentreCode("one"),
            new CostCentre("one", null, null, null, Currency.getInstance("USD")),
            new Validity(MOVED, null));
    AttributionBook book =
        new AttributionBook(
            book(centre("one", null), dollars), book(rule(Map.of("project", "p"), "one")));

    assertThat(book.payer(usage(Map.of("project", "p")), EARLY).billedIn()).hasToString("EUR");
    assertThat(book.payer(usage(Map.of("project", "p")), MOVED).billedIn()).hasToString("USD");
    assertThat(book.changes()).contains(MOVED);
  }
}
