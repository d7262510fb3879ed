package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.Dimensions;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where a series stands.
 *
 * @param at when it was sampled
 * @param dimensions where the sample came from
 * @param quantity how much there was
 */
public record Level(Instant at, Dimensions dimensions, BigDecimal quantity) {}
