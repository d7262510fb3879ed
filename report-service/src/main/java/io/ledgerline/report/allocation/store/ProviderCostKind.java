package io.ledgerline.report.allocation.store;

import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import java.util.ArrayList;
import java.util.List;

/** What providers charged; each entry is valid for just the month that its key names. */
public final class ProviderCostKind implements BookKind<ProviderMonth, ProviderCost> {
  /** The kind. */
  public static final ProviderCostKind KIND = new ProviderCostKind();

  private ProviderCostKind() {}

  @Override
  public String name() {
    return "provider-cost";
  }

  @Override
  public Class<ProviderMonth> keyType() {
    return ProviderMonth.class;
  }

  @Override
  public Class<ProviderCost> valueType() {
    return ProviderCost.class;
  }

  @Override
  public List<DraftFault> check(
      Register<ProviderMonth, ProviderCost> book, List<Draft<ProviderMonth, ProviderCost>> drafts) {
    List<DraftFault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!drafts.get(i).validity().equals(drafts.get(i).key().validity())) {
        faults.add(
            new DraftFault(
                i, "month", "not-a-month", "A provider's cost is for the whole of its month."));
      }
    }
    return faults;
  }
}
