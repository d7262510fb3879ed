package io.ledgerline.report.rating.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.rating.RatingTotals.Unrated;
import io.ledgerline.report.rating.RatingTotals.UnratedKey;
import java.time.Instant;

/**
 * Usage without a cost.
 *
 * @param reason why
 * @param costCentre who would pay
 * @param provider as the source said it; absent when unknown, like the next
 * @param model as the source said it
 * @param priceClass canonical text; empty for none
 * @param meter what was counted
 * @param quantity decimal text, in the meter's own unit
 * @param events how many events say so
 * @param from start of the first quarter hour
 * @param to end of the last, exclusive
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnratedView(
    UnratedReason reason,
    String costCentre,
    String provider,
    String model,
    String priceClass,
    String meter,
    String quantity,
    long events,
    Instant from,
    Instant to) {
  static UnratedView of(UnratedKey key, Unrated unrated) {
    return new UnratedView(
        key.reason(),
        key.costCentre(),
        key.provider(),
        key.model(),
        key.priceClass(),
        key.meter().value(),
        Decimals.normal(unrated.quantity()).toPlainString(),
        unrated.events(),
        unrated.from(),
        QuarterHour.of(unrated.last()).end());
  }
}
