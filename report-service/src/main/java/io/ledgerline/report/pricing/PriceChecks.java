package io.ledgerline.report.pricing;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.rollup.ContextLadder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** What prices have to obey beyond being sound in themselves. */
public final class PriceChecks {
  private static final int MOST = 100;

  private PriceChecks() {}

  /**
   * The faults of drafts that are about to be learnt: meters that do not exist and units that do
   * not fit them, bands of the request's size that usage is not told apart by, and prices that some
   * usage would fall under alike.
   */
  public static List<DraftFault> faults(
      MeterCatalogue meters,
      Register<PriceMatch, Tariff> book,
      List<Draft<PriceMatch, Tariff>> drafts) {
    List<DraftFault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size() && faults.size() < MOST; i++) {
      if (!drafts.get(i).isWithdrawal()) {
        unit(i, drafts.get(i), meters, faults);
        sizes(i, drafts.get(i), faults);
      }
    }
    overlaps(book, drafts, faults);
    faults.sort(Comparator.comparingInt(DraftFault::index));
    return faults;
  }

  private static void unit(
      int index, Draft<PriceMatch, Tariff> draft, MeterCatalogue meters, List<DraftFault> faults) {
    try {
      meters.check(draft.key().meter(), draft.value().unit().unit());
    } catch (InvalidValueException e) {
      faults.add(new DraftFault(index, e.field(), e.code(), e.detail()));
    }
  }

  private static void sizes(int index, Draft<PriceMatch, Tariff> draft, List<DraftFault> faults) {
    if (!(draft.value().rate() instanceof RequestSizeRate bySize)) {
      return;
    }
    for (Band band : bySize.bands().list()) {
      if (band.to() != null && !ContextLadder.V1.isStep(band.to())) {
        faults.add(
            new DraftFault(
                index,
                "bands",
                "unknown-context-band",
                "Requests are told apart at %s tokens, not at %s."
                    .formatted(ContextLadder.V1.steps(), band.to().toPlainString())));
      }
    }
  }

  private static void overlaps(
      Register<PriceMatch, Tariff> book,
      List<Draft<PriceMatch, Tariff>> drafts,
      List<DraftFault> faults) {
    Map<PriceMatch, Integer> places = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      if (!drafts.get(i).isWithdrawal()) {
        places.putIfAbsent(drafts.get(i).key(), i);
      }
    }
    for (PriceOverlap overlap :
        PriceOverlaps.among(book.supposing(drafts), places.keySet(), MOST)) {
      PriceMatch other = overlap.other().key();
      boolean together =
          drafts.stream().anyMatch(draft -> draft.value() == overlap.other().value());
      faults.add(
          new DraftFault(
              places.get(overlap.one()),
              "model",
              "overlapping-price",
              "Some usage from %s on would have this price (%s) and %s (%s), and neither is the more"
                      .formatted(
                          overlap.time(),
                          describe(overlap.one()),
                          together
                              ? "another one of this request"
                              : "price " + overlap.other().id(),
                          describe(other))
                  + " specific; let one of them name more, or end one where the other begins."));
    }
  }

  /** A match in words. */
  static String describe(PriceMatch match) {
    StringJoiner words = new StringJoiner(", ");
    words.add(
        match.model().text() == null
            ? "any model"
            : "model " + match.model().text() + " as " + match.model().kind());
    words.add("meter " + match.meter());
    add(words, "provider", match.provider());
    add(words, "region", match.region());
    add(words, "operation", match.operation());
    match.priceClass().values().forEach((name, value) -> words.add(name + "=" + value));
    return words.toString();
  }

  private static void add(StringJoiner words, String name, String value) {
    if (value != null) {
      words.add(name + " " + value);
    }
  }
}
