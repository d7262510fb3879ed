package io.ledgerline.report.pricing.imports;

import java.util.List;
import java.util.SortedMap;

/**
 * What became of every cost field of a list.
 *
 * @param models entries of the list
 * @param withoutCost how many have no cost field at all
 * @param withoutTokenPrice how many have no {@code input_cost_per_token}
 * @param fields cost fields, each counted once for every model that has it: the sum of the next
 *     three
 * @param imported read into prices
 * @param refused a price is lost
 * @param notApplicable no price of its own
 * @param byField the same for each field, by name
 * @param leftOut what was refused or did not apply, by model and field
 * @param reasons what the codes mean
 */
public record Account(
    int models,
    int withoutCost,
    int withoutTokenPrice,
    int fields,
    int imported,
    int refused,
    int notApplicable,
    List<FieldAccount> byField,
    List<LeftOut> leftOut,
    SortedMap<String, String> reasons) {}
