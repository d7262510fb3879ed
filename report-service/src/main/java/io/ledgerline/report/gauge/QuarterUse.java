package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.Dimensions;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a series used in a quarter hour, the finest time that prices change on.
 *
 * @param quarter its start
 * @param series which
 * @param dimensions where the samples came from
 * @param unitHours what counts, in the meter's unit by hours
 * @param uncoveredHours hours of the series' life in which no sample held
 * @param samples how many samples began in it
 */
public record QuarterUse(
    Instant quarter,
    SeriesKey series,
    Dimensions dimensions,
    BigDecimal unitHours,
    BigDecimal uncoveredHours,
    long samples) {}
