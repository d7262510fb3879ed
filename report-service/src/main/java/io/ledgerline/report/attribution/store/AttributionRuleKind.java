package io.ledgerline.report.attribution.store;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.RuleChecks;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;

/** The book's attribution rules. */
public final class AttributionRuleKind implements BookKind<RuleMatch, RuleTarget> {
  /** For reading only. */
  public static final AttributionRuleKind READING = new AttributionRuleKind(Set.of());

  private final Set<String> tagKeys;
  private final Register<CostCentreCode, CostCentre> centres;

  /**
   * For learning too.
   *
   * @param tagKeys names of the tags that usage is added up by
   */
  public AttributionRuleKind(Set<String> tagKeys) {
    this(tagKeys, null);
  }

  private AttributionRuleKind(Set<String> tagKeys, Register<CostCentreCode, CostCentre> centres) {
    this.tagKeys = tagKeys;
    this.centres = centres;
  }

  @Override
  public String name() {
    return "attribution-rule";
  }

  @Override
  public Class<RuleMatch> keyType() {
    return RuleMatch.class;
  }

  @Override
  public Class<RuleTarget> valueType() {
    return RuleTarget.class;
  }

  /** With the cost centres that rules may point to. */
  @Override
  public Uni<AttributionRuleKind> within(BookTransaction transaction) {
    return transaction
        .register(CostCentreKind.INSTANCE)
        .map(known -> new AttributionRuleKind(tagKeys, known));
  }

  @Override
  public List<DraftFault> check(
      Register<RuleMatch, RuleTarget> book, List<Draft<RuleMatch, RuleTarget>> drafts) {
    if (centres == null) {
      throw new IllegalStateException("rules are checked with the cost centres at hand");
    }
    return new RuleChecks(centres, tagKeys).faults(book, drafts);
  }
}
