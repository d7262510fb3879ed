package io.ledgerline.report.allocation.store;

import io.ledgerline.report.allocation.AllocationKey;
import io.ledgerline.report.allocation.AllocationRule;
import io.ledgerline.report.allocation.RuleCheck;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import java.util.List;

/** How pools are spread. */
public final class AllocationRuleKind implements BookKind<AllocationKey, AllocationRule> {
  /** The kind. */
  public static final AllocationRuleKind KIND = new AllocationRuleKind();

  private AllocationRuleKind() {}

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

  @Override
  public List<DraftFault> check(
      Register<AllocationKey, AllocationRule> book,
      List<Draft<AllocationKey, AllocationRule>> drafts) {
    return RuleCheck.faults(book, drafts);
  }
}
