package io.ledgerline.report.attribution.store;

import io.ledgerline.report.allocation.AllocationBook;
import io.ledgerline.report.allocation.store.AllocationRuleKind;
import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreChecks;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreUse;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.ledgerline.report.terms.ContractMatch;
import io.ledgerline.report.terms.TermCentres;
import io.ledgerline.report.terms.TermMatch;
import io.ledgerline.report.terms.store.ContractPriceKind;
import io.ledgerline.report.terms.store.TermKind;
import io.smallrye.mutiny.Multi;
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

  /** With rules and terms, because a cost centre stays as long as one points to it. */
  @Override
  public Uni<CostCentreKind> within(BookTransaction transaction) {
    List<Uni<Stream<CostCentreUse>>> uses =
        List.of(
            transaction.register(AttributionRuleKind.READING).map(CostCentreUse::byRules),
            transaction
                .register(AllocationRuleKind.KIND)
                .map(allocation -> new AllocationBook(allocation).costCentreUses()),
            transaction
                .register(TermKind.DISCOUNTS)
                .map(terms -> TermCentres.uses("discount", terms, TermMatch::costCentre)),
            transaction
                .register(ContractPriceKind.KIND)
                .map(
                    terms -> TermCentres.uses("contract price", terms, ContractMatch::costCentre)));
    // One after the other: a transaction has one connection.
    return Multi.createFrom()
        .iterable(uses)
        .onItem()
        .transformToUniAndConcatenate(use -> use)
        .flatMap(use -> Multi.createFrom().items(use))
        .collect()
        .asList()
        .map(CostCentreKind::new);
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
