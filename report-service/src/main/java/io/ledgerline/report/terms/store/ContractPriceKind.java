package io.ledgerline.report.terms.store;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.store.CostCentreKind;
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
import io.ledgerline.report.terms.TermCentres;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Kind {@code contract-price}. */
@RegisterForReflection(targets = ContractMatch.class)
public final class ContractPriceKind implements BookKind<ContractMatch, Tariff> {
  /** To read and to add; it finds the tenant's meters itself. */
  public static final ContractPriceKind KIND = new ContractPriceKind(MeterCatalogue.BUILT_IN, null);

  private final MeterCatalogue meters;
  private final Register<CostCentreCode, CostCentre> centres;

  private ContractPriceKind(MeterCatalogue meters, Register<CostCentreCode, CostCentre> centres) {
    this.meters = meters;
    this.centres = centres;
  }

  /** The kind, with prices for the meters of a catalogue; for reading only. */
  public static ContractPriceKind of(MeterCatalogue meters) {
    return new ContractPriceKind(meters, null);
  }

  /** For learning too: with the cost centres that prices may be for. */
  public ContractPriceKind knowing(Register<CostCentreCode, CostCentre> known) {
    return new ContractPriceKind(meters, known);
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
        .chain(
            catalogue -> transaction.register(CostCentreKind.INSTANCE).map(of(catalogue)::knowing));
  }

  @Override
  public List<DraftFault> check(
      Register<ContractMatch, Tariff> book, List<Draft<ContractMatch, Tariff>> drafts) {
    if (centres == null) {
      throw new IllegalStateException("contract prices are checked with the cost centres at hand");
    }
    List<DraftFault> unknown = TermCentres.faults(centres, ContractMatch::costCentre, book, drafts);
    return unknown.isEmpty() ? ContractChecks.faults(meters, book, drafts) : unknown;
  }
}
