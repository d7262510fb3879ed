package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.PriceChange;
import io.ledgerline.report.pricing.imports.PriceList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param rows rows of the list
 * @param prices prices they state; a row states two
 * @param added prices the book did not have
 * @param changed prices the book had at another rate; the old rows stay
 * @param unchanged prices the book had just so
 * @param changes the added and changed ones
 */
public record ImportView(
    boolean dryRun,
    int rows,
    int prices,
    long added,
    long changed,
    long unchanged,
    List<Change> changes) {
  /**
   * One price that is new or different.
   *
   * @param model the model
   * @param meter the meter
   * @param priceClass what the request must have
   * @param before the rate so far; absent when there was none
   * @param after the rate of the list
   * @param per units that the rate buys
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      String model,
      String meter,
      Map<String, String> priceClass,
      String before,
      String after,
      BigDecimal per) {
    static Change of(PriceChange change) {
      Tariff after = change.entry().value();
      return new Change(
          change.entry().key().model().text(),
          change.entry().key().meter().value(),
          change.entry().key().priceClass().values(),
          change.before() == null ? null : rate(change.before()),
          rate(after),
          after.unit().per());
    }

    private static String rate(Tariff tariff) {
      return tariff.rate() instanceof FlatRate flat ? flat.price().toPlainString() : null;
    }
  }

  static ImportView of(boolean dryRun, PriceList list, List<PriceChange> changes) {
    long added = changes.stream().filter(PriceChange::isAddition).count();
    return new ImportView(
        dryRun,
        list.rows(),
        list.entries().size(),
        added,
        changes.size() - added,
        list.entries().size() - (long) changes.size(),
        changes.stream().map(Change::of).toList());
  }
}
