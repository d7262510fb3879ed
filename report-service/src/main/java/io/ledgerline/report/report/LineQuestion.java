package io.ledgerline.report.report;

import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.pricing.PriceBook;
import java.time.Instant;
import java.util.function.Function;

/**
 * Which line of a run's artifact is asked for, and where its events are to be found.
 *
 * @param line counted from 1, without the header
 * @param before the nearest mark at the line or before it; null when there is none
 * @param prices the price book at the run's mark
 * @param detailFrom the ledger's events from an instant to the end of the run's period, at the
 *     run's watermark; from the beginning of the period when the instant is null
 */
public record LineQuestion(
    long line, LineMark before, PriceBook prices, Function<Instant, LedgerDetail> detailFrom) {}
