package io.ledgerline.report.pricing.rest;

import io.ledgerline.report.pricing.imports.Account;
import io.ledgerline.report.pricing.imports.FieldAccount;
import io.ledgerline.report.pricing.imports.LeftOut;
import java.util.List;
import java.util.Map;

/**
 * What became of every cost field of a list, each counted once for every model that has it.
 *
 * @param models entries of the list
 * @param withoutCost how many have no cost field at all
 * @param withoutTokenPrice how many have no {@code input_cost_per_token}
 * @param fields cost fields: the sum of the next three
 * @param imported read into prices
 * @param refused a price is lost
 * @param notApplicable no price of its own
 * @param byField the same for each field, by name
 * @param leftOut what was refused or did not apply, by model and field; a part of it
 * @param reasons what the codes mean
 */
public record AccountView(
    int models,
    int withoutCost,
    int withoutTokenPrice,
    int fields,
    int imported,
    int refused,
    int notApplicable,
    List<FieldAccount> byField,
    List<LeftOut> leftOut,
    Map<String, String> reasons) {
  static AccountView of(Account account, ImportView.Part part) {
    return new AccountView(
        account.models(),
        account.withoutCost(),
        account.withoutTokenPrice(),
        account.fields(),
        account.imported(),
        account.refused(),
        account.notApplicable(),
        account.byField(),
        part.of(account.leftOut()),
        account.reasons());
  }
}
