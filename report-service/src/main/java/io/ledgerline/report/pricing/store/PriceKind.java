package io.ledgerline.report.pricing.store;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.book.store.BookTransaction;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.meter.store.MeterStore;
import io.ledgerline.report.pricing.PriceChecks;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prices as a kind of the book. */
public final class PriceKind implements BookKind<PriceMatch, Tariff> {
  /** Prices of the meters that everybody has. */
  public static final PriceKind PRICES = new PriceKind(MeterCatalogue.BUILT_IN);

  private final MeterCatalogue meters;

  private PriceKind(MeterCatalogue meters) {
    this.meters = meters;
  }

  /** The kind, with prices for the meters of a catalogue. */
  public static PriceKind of(MeterCatalogue meters) {
    return new PriceKind(meters);
  }

  @Override
  public String name() {
    return "price";
  }

  @Override
  public Class<PriceMatch> keyType() {
    return PriceMatch.class;
  }

  @Override
  public Class<Tariff> valueType() {
    return Tariff.class;
  }

  /**
   * {@code model|kind|meter|provider|region|operation|class}, so that lists are sorted by model.
   * Migration {@code V202611211250} writes the same.
   */
  @Override
  public String canonical(PriceMatch match) {
    return Stream.of(
            match.model().text(),
            match.model().kind().name(),
            match.meter().value(),
            match.provider(),
            match.region(),
            match.operation(),
            match.priceClass().toString())
        .map(PriceKind::escaped)
        .collect(Collectors.joining("|"));
  }

  @Override
  public Uni<PriceKind> within(BookTransaction transaction) {
    return MeterStore.catalogue(transaction.connection(), transaction.tenant()).map(PriceKind::new);
  }

  @Override
  public List<DraftFault> check(
      Register<PriceMatch, Tariff> book, List<Draft<PriceMatch, Tariff>> drafts) {
    return PriceChecks.faults(meters, book, drafts);
  }

  private static String escaped(String part) {
    return part == null ? "" : part.replace("\\", "\\\\").replace("|", "\\|");
  }
}
