package io.ledgerline.report.terms;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreUse;
import io.ledgerline.report.attribution.CostCentres;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The cost centres that terms name: they are there for as long as the terms apply. */
public final class TermCentres {
  private TermCentres() {}

  /**
   * Drafts that name a cost centre which is not there; what the book says already may stay.
   *
   * @param centre the code that a key names, or null
   */
  public static <K, V> List<DraftFault> faults(
      Register<CostCentreCode, CostCentre> centres,
      Function<K, String> centre,
      Register<K, V> book,
      List<Draft<K, V>> drafts) {
    List<DraftFault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft<K, V> draft = drafts.get(i);
      DraftFault fault =
          draft.isWithdrawal() || book.saysAllThrough(draft.key(), draft.value(), draft.validity())
              ? null
              : CostCentres.unknown(i, centres, centre.apply(draft.key()), draft.validity());
      if (fault != null) {
        faults.add(fault);
      }
    }
    return faults;
  }

  /**
   * What points to cost centres, by all that is known.
   *
   * @param what the kind's name, for people
   * @param centre the code that a key names, or null
   */
  public static <K, V> Stream<CostCentreUse> uses(
      String what, Register<K, V> terms, Function<K, String> centre) {
    return terms.keys().stream()
        .filter(key -> centre.apply(key) != null && CostCentres.isCode(centre.apply(key)))
        .flatMap(key -> terms.spans(key).stream())
        .map(
            span ->
                new CostCentreUse(
                    new CostCentreCode(centre.apply(span.entry().key())),
                    span.when(),
                    "%s %s (%s)".formatted(what, span.entry().id(), span.entry().key())));
  }
}
