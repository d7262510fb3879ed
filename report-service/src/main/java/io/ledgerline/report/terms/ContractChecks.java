package io.ledgerline.report.terms;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.meter.MeterCatalogue;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceOverlap;
import io.ledgerline.report.pricing.PriceOverlaps;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.terms.ContractMatch.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What contract prices have to obey: known meters and units, and none like another of the same. */
public final class ContractChecks {
  private static final int MOST = 100;

  private ContractChecks() {}

  /** The faults of drafts. */
  public static List<DraftFault> faults(
      MeterCatalogue meters,
      Register<ContractMatch, Tariff> book,
      List<Draft<ContractMatch, Tariff>> drafts) {
    List<DraftFault> faults = new ArrayList<>();
    Map<Party, List<Integer>> byParty = new HashMap<>();
    for (int i = 0; i < drafts.size(); i++) {
      Draft<ContractMatch, Tariff> draft = drafts.get(i);
      byParty.computeIfAbsent(draft.key().party(), party -> new ArrayList<>(1)).add(i);
      if (!draft.isWithdrawal()) {
        try {
          meters.check(draft.key().match().meter(), draft.value().unit().unit());
        } catch (InvalidValueException e) {
          faults.add(new DraftFault(i, e.field(), e.code(), e.detail()));
        }
      }
    }
    byParty.forEach((party, indexes) -> faults.addAll(overlaps(party, book, drafts, indexes)));
    faults.sort(Comparator.comparingInt(DraftFault::index));
    return faults;
  }

  private static List<DraftFault> overlaps(
      Party party,
      Register<ContractMatch, Tariff> book,
      List<Draft<ContractMatch, Tariff>> drafts,
      List<Integer> indexes) {
    List<Entry<PriceMatch, Tariff>> known =
        book.entries()
            .filter(entry -> entry.key().party().equals(party))
            .map(ContractBook::price)
            .toList();
    List<Draft<PriceMatch, Tariff>> fresh = new ArrayList<>();
    List<PriceMatch> looked = new ArrayList<>();
    for (int index : indexes) {
      Draft<ContractMatch, Tariff> draft = drafts.get(index);
      fresh.add(new Draft<>(draft.key().match(), draft.value(), draft.validity()));
      looked.add(draft.key().match());
    }
    Register<PriceMatch, Tariff> supposed = new Register<>(book.knownAt(), known).supposing(fresh);
    return PriceOverlaps.among(supposed, looked, MOST).stream()
        .map(overlap -> fault(indexes.get(looked.indexOf(overlap.one())), overlap, known))
        .toList();
  }

  private static DraftFault fault(
      int index, PriceOverlap overlap, List<Entry<PriceMatch, Tariff>> known) {
    boolean isKnown = known.stream().anyMatch(e -> e.id().equals(overlap.other().id()));
    return new DraftFault(
        index,
        "match",
        "overlapping-price",
        "Neither this nor %s is the more specific, and usage may fall under both from %s on."
            .formatted(
                isKnown ? "entry " + overlap.other().id() : "another of this request",
                overlap.time()));
  }
}
