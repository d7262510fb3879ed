package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.pricing.Finding;
import io.ledgerline.report.pricing.ModelRule;
import io.ledgerline.report.pricing.PriceCandidates;
import io.ledgerline.report.pricing.PriceQuestion;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.TriedName;
import io.ledgerline.report.pricing.UnratedReason;
import java.time.Instant;
import java.util.List;

/**
 * Which price usage has, and why.
 *
 * @param time when the usage happened
 * @param knownAt by what was known then
 * @param price the price; absent when there is none
 * @param rule how the model's name found it; absent when there is none
 * @param unitPrice what a unit costs such a request, for prices that go by the request's size
 * @param reason why there is none; absent when there is one
 * @param names the names under which it was looked for, the closest first
 * @param others prices that accept the usage too but are less specific, or would need its provider;
 *     the first 20
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FoundPriceView(
    Instant time,
    Instant knownAt,
    PriceView price,
    ModelRule rule,
    String unitPrice,
    UnratedReason reason,
    List<TriedName> names,
    List<PriceView> others) {
  private static final int MOST_OTHERS = 20;

  static FoundPriceView of(
      Instant time, Instant knownAt, PriceQuestion asked, PriceCandidates candidates) {
    Finding found = candidates.at(time);
    List<PriceView> others =
        candidates.all(time).stream()
            .filter(other -> !found.isFound() || !other.price().id().equals(found.price().id()))
            .map(other -> PriceView.of(other.price()))
            .distinct()
            .limit(MOST_OTHERS)
            .toList();
    return new FoundPriceView(
        time,
        knownAt,
        found.isFound() ? PriceView.of(found.price()) : null,
        found.rule(),
        found.isFound() ? bySize(found.price().value(), asked) : null,
        found.reason(),
        candidates.names(),
        others);
  }

  private static String bySize(Tariff tariff, PriceQuestion asked) {
    return tariff.rate() instanceof RequestSizeRate rate
        ? rate.price(asked.priceClass()).map(price -> price.toPlainString()).orElse(null)
        : null;
  }
}
