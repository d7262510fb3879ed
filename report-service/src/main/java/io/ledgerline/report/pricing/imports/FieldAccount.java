package io.ledgerline.report.pricing.imports;

import java.util.SortedMap;

/**
 * What became of one cost field, over all models that have it. The three counts sum to the number
 * of models.
 *
 * @param field as the list spells it
 * @param models how many models have it
 * @param imported in how many it was read into prices
 * @param refused in how many a price is lost
 * @param notApplicable in how many it holds no price of its own
 * @param reasons how often each reason was given, by code
 */
public record FieldAccount(
    String field,
    int models,
    int imported,
    int refused,
    int notApplicable,
    SortedMap<String, Integer> reasons) {}
