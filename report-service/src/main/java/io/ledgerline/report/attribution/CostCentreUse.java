package io.ledgerline.report.attribution;

import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something that points to a cost centre, which therefore stays.
 *
 * @param code the cost centre
 * @param when while it points there
 * @param by what points, in words for a person
 */
public record CostCentreUse(CostCentreCode code, Validity when, String by) {
  /** Checks that all is there. */
  public CostCentreUse {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(by, "by");
  }

  /** By attribution rules, those that are known. */
  public static Stream<CostCentreUse> byRules(Register<RuleMatch, RuleTarget> rules) {
    return rules.keys().stream()
        .flatMap(match -> rules.spans(match).stream())
        .map(
            span ->
                new CostCentreUse(
                    span.entry().value().code(),
                    span.when(),
                    "rule %s (%s)".formatted(span.entry().id(), span.entry().key())));
  }

  /** By the cost centres right below, those that are known. */
  static Stream<CostCentreUse> byChildren(Register<CostCentreCode, CostCentre> centres) {
    return centres.keys().stream()
        .flatMap(code -> centres.spans(code).stream())
        .filter(span -> span.entry().value().above() != null)
        .map(
            span ->
                new CostCentreUse(
                    span.entry().value().above(),
                    span.when(),
                    "cost centre '" + span.entry().key() + "'"));
  }
}
