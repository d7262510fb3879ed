package io.ledgerline.report.rating.rest;

import io.ledgerline.report.rating.Costs;

/**
 * Costs of one currency, as decimal texts.
 *
 * @param list by the list price
 * @param contracted by what was agreed
 * @param billed what is charged to who pays
 */
public record CostsView(String list, String contracted, String billed) {
  static CostsView of(Costs costs) {
    Costs normal = costs.normal();
    return new CostsView(
        normal.list().toPlainString(),
        normal.contracted().toPlainString(),
        normal.billed().toPlainString());
  }
}
