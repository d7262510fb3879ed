package io.ledgerline.report.pricing.imports;

/**
 * A cost field of a model that is not in the book.
 *
 * @param model as the list spells it
 * @param field the cost field
 * @param reason its code
 */
public record LeftOut(String model, String field, String reason) {}
