package io.ledgerline.report.rating;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.pricing.Finding;
import io.ledgerline.report.pricing.ModelRule;
import io.ledgerline.report.pricing.UnratedReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/** Asks the books how usage is rated. */
final class Planner {
  /** Counts of calls: they cost something only where a price says so. */
  private static final Set<MeterName> COUNTED_ONLY =
      Set.of(MeterName.REQUESTS, MeterName.FAILED_REQUESTS);

  /** Stands for no rate where none is needed. */
  private static final ExchangeLookup.Exchange SAME =
      new ExchangeLookup.Exchange(null, BigDecimal.ONE);

  private static final int PERCENT_SCALE = 2;

  private final RatingBooks books;

  Planner(RatingBooks books) {
    this.books = books;
  }

  Plan plan(Dimensions dimensions, MeterName meter, Instant time) {
    Payer payer = books.attribution().payer(dimensions, time);
    TermsLookup.Terms terms = scaled(meter, books.terms().find(dimensions, meter, payer, time));
    Finding found = books.prices().find(dimensions, meter, time);
    if (isSumOfSamples(meter) && (found.isFound() || terms.contract() != null)) {
      return Plan.unrated(payer, UnratedReason.NOT_TIME_WEIGHTED);
    }
    if (found.isFound()) {
      PricedBy price = books.gauges().scaled(meter, PricedBy.of(found.price()));
      return plan(new Case(dimensions, time, payer, terms, price, found.rule()));
    }
    // What is agreed needs no list price; it stands for it.
    return terms.contract() == null
        ? missing(meter, payer, found.reason())
        : plan(new Case(dimensions, time, payer, terms, terms.contract(), null));
  }

  private boolean isSumOfSamples(MeterName meter) {
    return books.gauges().has(meter) && !books.gauges().weighted();
  }

  private TermsLookup.Terms scaled(MeterName meter, TermsLookup.Terms terms) {
    return terms.contract() == null
        ? terms
        : new TermsLookup.Terms(
            books.gauges().scaled(meter, terms.contract()), terms.discount(), terms.markup());
  }

  private static Plan missing(MeterName meter, Payer payer, UnratedReason reason) {
    return COUNTED_ONLY.contains(meter) && reason != UnratedReason.AMBIGUOUS_PROVIDER
        ? Plan.counted(payer)
        : Plan.unrated(payer, reason);
  }

  private Plan plan(Case of) {
    PricedBy paid = of.paid();
    UnitCharge list = UnitCharge.of(of.price, of.dimensions, of.payer);
    UnitCharge contract = paid == of.price ? list : UnitCharge.of(paid, of.dimensions, of.payer);
    if (list == null || contract == null) {
      return Plan.unrated(of.payer, UnratedReason.UNKNOWN_CONTEXT_BAND);
    }
    Optional<ExchangeLookup.Exchange> exchange = exchange(of, paid);
    Optional<ExchangeLookup.Exchange> listExchange = exchange(of, of.price);
    if (exchange.isEmpty() || listExchange.isEmpty()) {
      return Plan.unrated(
          of.payer, UnratedReason.NO_EXCHANGE_RATE, list, contract == list ? null : contract);
    }
    Basis basis =
        new Basis(
            of.price,
            of.rule,
            of.terms,
            of.payer,
            needed(exchange.get()),
            needed(listExchange.get()));
    return new Plan(
        of.payer, null, false, basis, list, contract == list ? null : contract, of.paidPart());
  }

  /** The rate from a price's currency to the one that is billed; empty when it is missing. */
  private Optional<ExchangeLookup.Exchange> exchange(Case of, PricedBy price) {
    Currency from = price.tariff().currency();
    Currency to = of.payer.billedIn() == null ? of.paid().tariff().currency() : of.payer.billedIn();
    return to.equals(from) ? Optional.of(SAME) : books.exchange().find(from, to, of.time);
  }

  private static ExchangeLookup.Exchange needed(ExchangeLookup.Exchange exchange) {
    return exchange == SAME ? null : exchange;
  }

  private record Case(
      Dimensions dimensions,
      Instant time,
      Payer payer,
      TermsLookup.Terms terms,
      PricedBy price,
      ModelRule rule) {
    PricedBy paid() {
      return terms.contract() == null ? price : terms.contract();
    }

    /** What is paid of the list price; null for all of it. */
    BigDecimal paidPart() {
      return terms.contract() != null || terms.discount() == null
          ? null
          : BigDecimal.ONE.subtract(terms.discount().percent().movePointLeft(PERCENT_SCALE));
    }
  }
}
