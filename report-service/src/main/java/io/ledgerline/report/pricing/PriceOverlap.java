package io.ledgerline.report.pricing;

import io.ledgerline.report.book.Entry;
import java.time.Instant;

/**
 * Two prices, neither more specific than the other, that some usage would fall under alike.
 *
 * @param one the match that was looked at
 * @param other the price that it meets
 * @param time a time at which both would count
 */
public record PriceOverlap(PriceMatch one, Entry<PriceMatch, Tariff> other, Instant time) {}
