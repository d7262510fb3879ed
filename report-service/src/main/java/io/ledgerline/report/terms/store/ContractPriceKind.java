package io.ledgerline.report.terms.store;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.meter.store.MeterStore;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractChecks;
import io.ledgerline.report.terms.ContractMatch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Kind {@code contract-price}. */
@RegisterForReflection(targets = ContractMatch.class)
public final class ContractPriceKind implements BookKind<ContractMatch, Tariff> {
  /** To read and to add; it finds the tenant's meters itself. */
  public static final ContractPriceKind KIND = new ContractPriceKind(MeterCatalogue.BUILT_IN);

  private final MeterCatalogue meters;

  private ContractPriceKind(MeterCatalogue meters) {
    this.meters = meters;
  }

  /** The kind, with prices for the meters of a catalogue. */
  public static ContractPriceKind of(MeterCatalogue meters) {
    return new ContractPriceKind(meters);
  }

  @Override
  public String name() {
    return "contract-price";
  }

  @Override
  public Class<ContractMatch> keyType() {
    return ContractMatch.class;
  }

  @Override
  public Class<Tariff> valueType() {
    return Tariff.class;
  }

  @Override
  public Uni<ContractPriceKind> within(BookTransaction transaction) {
    return MeterStore.catalogue(transaction.connection(), transaction.tenant())
        .map(ContractPriceKind::new);
  }

  @Override
  public List<DraftFault> check(
      Register<ContractMatch, Tariff> book, List<Draft<ContractMatch, Tariff>> drafts) {
    return ContractChecks.faults(meters, book, drafts);
  }
}
