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
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermCentres;
import io.ledgerline.report.terms.TermMatch;
import io.ledgerline.report.terms.TermMeters;
import io.ledgerline.report.terms.TermOverlaps;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/**
 * Kinds {@code discount} and {@code markup}.
 *
 * @param <V> what they say
 */
@RegisterForReflection(targets = {TermMatch.class, DiscountPercent.class, MarkupFactor.class})
public final class TermKind<V> implements BookKind<TermMatch, V> {
  /** Discounts. */
  public static final TermKind<DiscountPercent> DISCOUNTS =
      new TermKind<>("discount", DiscountPercent.class);

  /** Markups. */
  public static final TermKind<MarkupFactor> MARKUPS = new TermKind<>("markup", MarkupFactor.class);

  private final String name;
  private final Class<V> valueType;
  private final MeterCatalogue meters;
  private final Register<CostCentreCode, CostCentre> centres;

  private TermKind(String name, Class<V> valueType) {
    this(name, valueType, null, null);
  }

  private TermKind(
      String name,
      Class<V> valueType,
      MeterCatalogue meters,
      Register<CostCentreCode, CostCentre> centres) {
    this.name = name;
    this.valueType = valueType;
    this.meters = meters;
    this.centres = centres;
  }

  /** For learning too: with the meters and the cost centres that terms may name. */
  public TermKind<V> knowing(MeterCatalogue catalogue, Register<CostCentreCode, CostCentre> known) {
    return new TermKind<>(name, valueType, catalogue, known);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<TermMatch> keyType() {
    return TermMatch.class;
  }

  @Override
  public Class<V> valueType() {
    return valueType;
  }

  @Override
  public Uni<TermKind<V>> within(BookTransaction transaction) {
    return MeterStore.catalogue(transaction.connection(), transaction.tenant())
        .chain(
            catalogue ->
                transaction
                    .register(CostCentreKind.INSTANCE)
                    .map(known -> knowing(catalogue, known)));
  }

  @Override
  public List<DraftFault> check(Register<TermMatch, V> book, List<Draft<TermMatch, V>> drafts) {
    if (centres == null) {
      throw new IllegalStateException("terms are checked with the cost centres at hand");
    }
    List<DraftFault> unknown = new ArrayList<>(TermMeters.faults(meters, book, drafts));
    unknown.addAll(TermCentres.faults(centres, TermMatch::costCentre, book, drafts));
    return unknown.isEmpty() ? TermOverlaps.faults("overlapping-" + name, book, drafts) : unknown;
  }
}
