package io.ledgerline.report.allocation.store;

import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.RuleCheck;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.store.CostCentreKind;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** How pools are spread. */
public final class AllocationRuleKind implements BookKind<AllocationKey, AllocationRule> {
  /** For reading, and for learning by the book's own transactions. */
  public static final AllocationRuleKind KIND = new AllocationRuleKind(null);

  private final Register<CostCentreCode, CostCentre> centres;

  private AllocationRuleKind(Register<CostCentreCode, CostCentre> centres) {
    this.centres = centres;
  }

  @Override
  public String name() {
    return "allocation-rule";
  }

  @Override
  public Class<AllocationKey> keyType() {
    return AllocationKey.class;
  }

  @Override
  public Class<AllocationRule> valueType() {
    return AllocationRule.class;
  }

  @Override
  public String canonical(AllocationKey key) {
    return key.pool().toString();
  }

  /** With the cost centres that rules name. */
  @Override
  public Uni<AllocationRuleKind> within(BookTransaction transaction) {
    return transaction.register(CostCentreKind.INSTANCE).map(AllocationRuleKind::new);
  }

  @Override
  public List<DraftFault> check(
      Register<AllocationKey, AllocationRule> book,
      List<Draft<AllocationKey, AllocationRule>> drafts) {
    if (centres == null) {
      throw new IllegalStateException("rules are checked with the cost centres at hand");
    }
    return RuleCheck.faults(book, centres, drafts);
  }
}
