package io.ledgerline.report.terms;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.meter.MeterCatalogue;
import java.util.List;
import java.util.stream.IntStream;

/** The meters that terms name: of one that is not there, no usage would ever be. */
public final class TermMeters {
  private TermMeters() {}

  /** Drafts that name a meter which is not there; what the book says already may stay. */
  public static <V> List<DraftFault> faults(
      MeterCatalogue meters, Register<TermMatch, V> book, List<Draft<TermMatch, V>> drafts) {
    return IntStream.range(0, drafts.size())
        .filter(i -> isUnknown(meters, book, drafts.get(i)))
        .mapToObj(
            i ->
                new DraftFault(
                    i,
                    "meter",
                    "unknown-meter",
                    "There is no meter '%s'; POST /api/v1/meters adds one."
                        .formatted(drafts.get(i).key().meter())))
        .toList();
  }

  private static <V> boolean isUnknown(
      MeterCatalogue meters, Register<TermMatch, V> book, Draft<TermMatch, V> draft) {
    return !draft.isWithdrawal()
        && draft.key().meter() != null
        && meters.find(draft.key().meter()).isEmpty()
        && !book.saysAllThrough(draft.key(), draft.value(), draft.validity());
  }
}
