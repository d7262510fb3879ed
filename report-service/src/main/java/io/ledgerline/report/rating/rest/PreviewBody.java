package io.ledgerline.report.rating.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.currency.rest.ExchangeRateBody;
import io.ledgerline.report.pricing.rest.PriceBody;
import io.ledgerline.report.rating.store.WhatIf;
import io.ledgerline.report.terms.rest.ContractPriceBody;
import io.ledgerline.report.terms.rest.DiscountBody;
import io.ledgerline.report.terms.rest.MarkupBody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * What is to be rated again.
 *
 * @param from inclusive, a UTC quarter hour
 * @param to exclusive, a UTC quarter hour, at most 400 days later
 * @param knownAt what the books knew then; null for what they know now
 * @param prices what prices there might be besides, as {@code POST /api/v1/prices} takes them
 * @param discounts what discounts there might be, as {@code POST /api/v1/discounts} takes them
 * @param contractPrices what contract prices there might be, as {@code POST
 *     /api/v1/contract-prices} takes them
 * @param markups what markups there might be, as {@code POST /api/v1/markups} takes them
 * @param exchangeRates what currency rates there might be besides, as {@code POST
 *     /api/v1/exchange-rates} takes them
 */
public record PreviewBody(
    Instant from,
    Instant to,
    Instant knownAt,
    List<PriceBody> prices,
    List<DiscountBody> discounts,
    List<ContractPriceBody> contractPrices,
    List<MarkupBody> markups,
    List<ExchangeRateBody> exchangeRates) {
  /** Most entries of a kind that may be tried out at once. */
  private static final int MOST = 1_000;

  /** Nothing is tried out of what is not named. */
  public PreviewBody {
    prices = copy(prices);
    discounts = copy(discounts);
    contractPrices = copy(contractPrices);
    markups = copy(markups);
    exchangeRates = copy(exchangeRates);
  }

  /** A null among them is a fault of the caller, told with its place when the entry is read. */
  private static <B> List<B> copy(List<B> bodies) {
    return bodies == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(bodies));
  }

  WhatIf whatIf() {
    return new WhatIf(
        drafts("prices", prices, PriceBody::draft),
        drafts("discounts", discounts, DiscountBody::draft),
        drafts("contractPrices", contractPrices, ContractPriceBody::draft),
        drafts("markups", markups, MarkupBody::draft),
        drafts("exchangeRates", exchangeRates, ExchangeRateBody::draft));
  }

  private static <B, D> List<D> drafts(String field, List<B> bodies, Function<B, D> draft) {
    if (bodies.size() > MOST) {
      throw new InvalidValueException(
          field, "too-many-entries", "At most " + MOST + " entries are tried out at once.");
    }
    List<D> drafts = new ArrayList<>();
    for (B body : bodies) {
      if (body == null) {
        throw new InvalidValueException(
            "%s[%d]".formatted(field, drafts.size()),
            "missing",
            "An entry is an object, not null.");
      }
      try {
        drafts.add(draft.apply(body));
      } catch (InvalidValueException e) {
        throw new InvalidValueException(
            "%s[%d].%s".formatted(field, drafts.size(), e.field()), e.code(), e.detail());
      }
    }
    return drafts;
  }
}
