package io.ledgerline.report.attribution.store;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreChecks;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** The book's cost centres. */
public final class CostCentreKind implements BookKind<CostCentreCode, CostCentre> {
  /** For reading, and for learning by the book's own transactions. */
  public static final CostCentreKind INSTANCE = new CostCentreKind(null);

  private final Register<RuleMatch, RuleTarget> rules;

  private CostCentreKind(Register<RuleMatch, RuleTarget> rules) {
    this.rules = rules;
  }

  @Override
  public String name() {
    return "cost-centre";
  }

  @Override
  public Class<CostCentreCode> keyType() {
    return CostCentreCode.class;
  }

  @Override
  public Class<CostCentre> valueType() {
    return CostCentre.class;
  }

  @Override
  public String canonical(CostCentreCode key) {
    return key.code();
  }

  /** With the rules, because a cost centre stays as long as one points to it. */
  @Override
  public Uni<CostCentreKind> within(BookTransaction transaction) {
    return transaction.register(AttributionRuleKind.READING).map(CostCentreKind::new);
  }

  @Override
  public List<DraftFault> check(
      Register<CostCentreCode, CostCentre> book, List<Draft<CostCentreCode, CostCentre>> drafts) {
    if (rules == null) {
      throw new IllegalStateException("cost centres are checked with the rules at hand");
    }
    return CostCentreChecks.faults(book, rules, drafts);
  }
}
