package io.ledgerline.report.terms;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.Finding;
import io.ledgerline.report.pricing.ModelAlias;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceQuestion;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.rating.PricedBy;
import io.ledgerline.report.terms.ContractMatch.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Contract prices: a price book for each that has some. */
final class ContractBook {
  private final Map<Party, PriceBook> books = new HashMap<>();

  ContractBook(
      Register<ContractMatch, Tariff> register, Register<ModelAlias, AliasedModel> aliases) {
    Map<Party, List<Entry<PriceMatch, Tariff>>> byParty = new HashMap<>();
    register
        .entries()
        .forEach(
            entry ->
                byParty
                    .computeIfAbsent(entry.key().party(), party -> new ArrayList<>())
                    .add(price(entry)));
    byParty.forEach(
        (party, entries) ->
            books.put(party, new PriceBook(new Register<>(register.knownAt(), entries), aliases)));
  }

  /** The same entry, seen as a price. */
  static Entry<PriceMatch, Tariff> price(Entry<ContractMatch, Tariff> entry) {
    return new Entry<>(
        entry.id(),
        entry.key().match(),
        entry.value(),
        entry.validity(),
        entry.knownSince(),
        entry.by());
  }

  /** The contract price of usage; null when there is none. */
  PricedBy find(Dimensions dimensions, MeterName meter, String costCentre, Instant time) {
    if (books.isEmpty()) {
      return null;
    }
    PriceQuestion asked =
        new PriceQuestion(
            dimensions.provider(),
            dimensions.model(),
            dimensions.region(),
            dimensions.operation(),
            meter,
            dimensions.priceClass());
    String account = dimensions.sourceAccount();
    PricedBy found = find(new Party(account, costCentre), asked, time);
    found = found == null ? find(new Party(account, null), asked, time) : found;
    return found == null ? find(new Party(null, costCentre), asked, time) : found;
  }

  private PricedBy find(Party party, PriceQuestion asked, Instant time) {
    PriceBook book = books.get(party);
    Finding finding = book == null ? null : book.find(asked, time);
    if (finding == null || !finding.isFound()) {
      return null;
    }
    Entry<PriceMatch, Tariff> price = finding.price();
    return new PricedBy(
        price.id(),
        new ContractMatch(party.sourceAccount(), party.costCentre(), price.key()),
        price.value());
  }
}
