package io.ledgerline.report.pricing.imports.table;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rows of one price share.
 *
 * @param sourceAccount whose contract price it is; null for the list's, like the next
 * @param costCentre whose contract price it is
 * @param match which usage
 * @param validity when
 */
record RowKey(String sourceAccount, String costCentre, PriceMatch match, Validity validity) {
  /**
   * Reads the key of a row.
   *
   * @param row a line of data
   * @param otherwise the validity of rows that say none
   */
  static RowKey of(Row row, Validity otherwise) {
    Instant from = row.time(Column.VALID_FROM);
    Instant to = row.time(Column.VALID_TO);
    return new RowKey(
        row.text(Column.SOURCE_ACCOUNT),
        row.text(Column.COST_CENTRE),
        new PriceMatch(
            row.text(Column.PROVIDER),
            model(row),
            row.text(Column.REGION),
            row.text(Column.OPERATION),
            meter(row),
            priceClass(row)),
        from == null && to == null
            ? otherwise
            : new Validity(from == null ? otherwise.from() : from, to));
  }

  private static ModelSelector model(Row row) {
    String text = row.text(Column.MODEL);
    ModelSelector.Kind absent = ModelSelector.Kind.ALIAS;
    if (text == null) {
      absent = ModelSelector.Kind.ANY;
    } else if (text.indexOf('*') >= 0) {
      absent = ModelSelector.Kind.PATTERN;
    }
    return new ModelSelector(
        row.choice(Column.MODEL_MATCH, ModelSelector.Kind.class, absent), text);
  }

  private static MeterName meter(Row row) {
    String name = row.required(Column.METER, "what is counted, such as input_tokens");
    try {
      return new MeterName(name);
    } catch (InvalidValueException e) {
      throw Row.fault(Column.METER, e.code(), e.detail());
    }
  }

  private static PriceClass priceClass(Row row) {
    SortedMap<String, String> entries = new TreeMap<>();
    String text = row.textOr(Column.PRICE_CLASS, "");
    for (String entry : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      int at = entry.indexOf('=');
      if (at < 1 || entries.put(entry.substring(0, at), entry.substring(at + 1)) != null) {
        throw Row.fault(
            Column.PRICE_CLASS,
            "invalid-price-class",
            "Write entries such as service_tier=flex;batch=true, each name once; where ';' separates"
                + " the columns, put the cell in quotes.");
      }
    }
    try {
      return PriceClass.of(entries);
    } catch (InvalidValueException e) {
      throw Row.fault(Column.PRICE_CLASS, e.code(), e.detail());
    }
  }
}
