package io.ledgerline.report.attribution.store;

import io.ledgerline.report.allocation.AllocationBook;
import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.store.AllocationRuleKind;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreChecks;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreUse;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;

/** The book's cost centres. */
public final class CostCentreKind implements BookKind<CostCentreCode, CostCentre> {
  /** For reading, and for learning by the book's own transactions. */
  public static final CostCentreKind INSTANCE = new CostCentreKind(null);

  private final List<CostCentreUse> uses;

  private CostCentreKind(List<CostCentreUse> uses) {
    this.uses = uses;
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

  /** With the rules of both kinds, because a cost centre stays as long as one points to it. */
  @Override
  public Uni<CostCentreKind> within(BookTransaction transaction) {
    return transaction
        .register(AttributionRuleKind.READING)
        .chain(
            attribution ->
                transaction
                    .register(AllocationRuleKind.KIND)
                    .map(allocation -> new CostCentreKind(uses(attribution, allocation))));
  }

  private static List<CostCentreUse> uses(
      Register<RuleMatch, RuleTarget> attribution,
      Register<AllocationKey, AllocationRule> allocation) {
    return Stream.concat(
            CostCentreUse.byRules(attribution), new AllocationBook(allocation).costCentreUses())
        .toList();
  }

  @Override
  public List<DraftFault> check(
      Register<CostCentreCode, CostCentre> book, List<Draft<CostCentreCode, CostCentre>> drafts) {
    if (uses == null) {
      throw new IllegalStateException("cost centres are checked with the rules at hand");
    }
    return CostCentreChecks.faults(book, uses, drafts);
  }
}
