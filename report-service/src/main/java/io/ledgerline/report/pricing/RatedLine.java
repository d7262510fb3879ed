package io.ledgerline.report.pricing;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * The cost of one meter.
 *
 * @param meter what was counted
 * @param quantity how much
 * @param priceId the price that was used
 * @param price of a unit
 * @param unit what the price is for
 * @param rule how the model's name found it
 * @param cost exact
 */
public record RatedLine(
    MeterName meter,
    Quantity quantity,
    UUID priceId,
    BigDecimal price,
    PriceUnit unit,
    ModelRule rule,
    Money cost) {}
