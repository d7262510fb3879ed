package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.UnitPrice;

/**
 * A price as a list states it, before the book has given it an identity.
 *
 * @param match which usage it is for
 * @param price how much
 * @param validity when it applies
 */
public record PriceEntry(PriceMatch match, UnitPrice price, Validity validity) {}
