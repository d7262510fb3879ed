package io.ledgerline.report.terms.store;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;
import io.ledgerline.report.terms.TermOverlaps;
import io.quarkus.runtime.annotations.RegisterForReflection;
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

  private TermKind(String name, Class<V> valueType) {
    this.name = name;
    this.valueType = valueType;
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
  public List<DraftFault> check(Register<TermMatch, V> book, List<Draft<TermMatch, V>> drafts) {
    return TermOverlaps.faults("overlapping-" + name, book, drafts);
  }
}
