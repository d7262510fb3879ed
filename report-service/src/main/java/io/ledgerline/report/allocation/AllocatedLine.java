package io.ledgerline.report.allocation;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What one target bears of a pool.
 *
 * @param rule the entry that says so
 * @param method what decided the share
 * @param target who bears it
 * @param share its exact part: of the weights, or of all usage
 * @param factor the markup on the provider's cost, the mean over what was used; 1 elsewhere
 * @param exact what it comes to before rounding
 * @param amount what is charged, in whole units
 * @param lifted whether the minimum is charged
 */
public record AllocatedLine(
    UUID rule,
    Method method,
    Target target,
    Fraction share,
    Fraction factor,
    Fraction exact,
    BigDecimal amount,
    boolean lifted) {}
