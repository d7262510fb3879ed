package io.ledgerline.report.attribution;

import static io.ledgerline.report.attribution.Rules.EARLY;
import static io.ledgerline.report.attribution.Rules.MOVED;
import static io.ledgerline.report.attribution.Rules.book;
import static io.ledgerline.report.attribution.Rules.centre;
import static io.ledgerline.report.attribution.Rules.rule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleChecksTest {
  private static final RuleChecks CHECKS =
      new RuleChecks(
          book(centre("one", null), centre("new", null, new Validity(EARLY, null))),
          Set.of("team"));

  private static List<String> codes(
      Register<RuleMatch, RuleTarget> book, List<Draft<RuleMatch, RuleTarget>> drafts) {
    return CHECKS.faults(book, drafts).stream().map(DraftFault::code).toList();
  }

  @Test
  void aRulePointsToACostCentreThatExistsAllTheTime() {
    assertThat(codes(book(), List.of(rule(Map.of("project", "p"), "nobody"))))
        .containsExactly("unknown-cost-centre");
    assertThat(codes(book(), List.of(rule(Map.of("project", "p"), "new"))))
        .containsExactly("unknown-cost-centre");
    assertThat(
            codes(book(), List.of(rule(Map.of("project", "p"), "new", new Validity(EARLY, null)))))
        .isEmpty();
    assertThat(codes(book(), List.of(rule(Map.of("project", "p"), "suspense")))).isEmpty();
  }

  @Test
  void aRuleGoesByTagsThatUsageIsAddedUpBy() {
    assertThat(codes(book(), List.of(rule(Map.of("ticket", "1"), "one"))))
        .containsExactly("tag-not-added-up");
  }

  @Test
  void rulesThatNameEquallyManyOtherThingsAreRefusedWithTheOtherOneNamed() {
    Register<RuleMatch, RuleTarget> book = book(rule(Map.of("account", "a"), "one"));

    List<DraftFault> faults = CHECKS.faults(book, List.of(rule(Map.of("team", "t"), "one")));

    assertThat(faults).extracting(DraftFault::code).containsExactly("overlapping-rule");
    assertThat(faults.getFirst().detail()).contains(new UUID(1, 0).toString(), "sourceAccount=a");
    assertThat(codes(book, List.of(rule(Map.of("account", "a", "team", "t"), "one")))).isEmpty();
  }

  @Test
  void aRuleForAProjectStandsBesideOneForItsWorkspaceAndOneForTheAccount() {
    assertThat(
            codes(
                book(rule(Map.of("account", "a"), "one")),
                List.of(
                    rule(Map.of("workspace", "w"), "one"),
                    rule(Map.of("project", "p"), "one"),
                    rule(Map.of("account", "a", "team", "t"), "one"),
                    rule(Map.of("project", "p", "team", "t"), "one"))))
        .isEmpty();
  }

  @Test
  void twoRulesOfOneRequestContendToo() {
    assertThat(
            codes(
                book(),
                List.of(
                    rule(Map.of("project", "p"), "one"),
                    rule(Map.of("project", "q"), "one"),
                    rule(Map.of("team", "t"), "one"))))
        .containsOnly("overlapping-rule")
        .hasSize(3);
  }

  @Test
  void rulesThatNeverCountAtTheSameTimeDoNotContend() {
    assertThat(
            codes(
                book(rule(Map.of("account", "a"), "one", new Validity(EARLY, MOVED))),
                List.of(rule(Map.of("team", "t"), "one", new Validity(MOVED, null)))))
        .isEmpty();
  }

  @Test
  void aWithdrawnRuleContendsNoLonger() {
    assertThat(
            codes(
                book(rule(Map.of("account", "a"), "one")),
                List.of(rule(Map.of("account", "a"), null), rule(Map.of("team", "t"), "one"))))
        .isEmpty();
  }

  @Test
  @Timeout(20)
  void hundredThousandRulesAreCheckedByIndex() {
    List<Draft<RuleMatch, RuleTarget>> drafts = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      drafts.add(rule(Map.of("account", "a" + i), "one", new Validity(EARLY, MOVED)));
      drafts.add(
          rule(
              Map.of("project", "p" + i),
              "one",
              new Validity(MOVED, MOVED.plus(Duration.ofHours(1 + i)))));
    }
    assertThat(codes(book(), drafts)).isEmpty();
    drafts.add(rule(Map.of("team", "t"), "one", new Validity(EARLY, EARLY.plusSeconds(900))));
    assertThat(codes(book(), drafts)).hasSize(50_001).containsOnly("overlapping-rule");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"*a", "a*b", "**"})
  void aModelHasItsWildCardAtTheEnd(String model) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> Rules.match(Map.of("model", model)));
  }
}
