package io.ledgerline.report.pricing.imports.litellm;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Provider;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.ListFault;
import io.ledgerline.report.pricing.imports.PriceCell;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The history of the map: {@code effective_from,model,provider,price_field,old_usd,new_usd}, a row
 * for each change of a cost field. A price applies from the first quarter hour (UTC) at or after
 * the change until the next change; a blank {@code new_usd} withdraws it. The order of rows means
 * nothing.
 */
public final class HistoryFormat {
  /** The format's name in the API. */
  public static final String NAME = "litellm-history";

  /** Most rows that one list may have. */
  public static final int MAX_ROWS = 100_000;

  private static final List<String> HEADER =
      List.of("effective_from", "model", "provider", "price_field", "old_usd", "new_usd");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setIgnoreSurroundingSpaces(true)
          .setIgnoreEmptyLines(true)
          .setHeader()
          .setSkipHeaderRecord(true)
          .get();

  private final SortedMap<String, ModelHistory> models = new TreeMap<>();
  private final List<ListFault> faults = new ArrayList<>();
  private int rows;

  private HistoryFormat() {}

  /**
   * Reads a whole history.
   *
   * @throws UncheckedIOException when {@code text} cannot be read
   */
  public static PriceList read(Reader text) {
    HistoryFormat reading = new HistoryFormat();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      reading.all(parser);
    } catch (CSVException | UncheckedIOException | IllegalStateException e) {
      reading.fault("", "malformed-csv", "The row is not CSV: a quote is open or out of place.");
    } catch (IllegalArgumentException e) {
      reading.fault("", "missing-header", "The first line is: " + String.join(",", HEADER) + ".");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reading.list();
  }

  private void all(CSVParser parser) {
    if (!parser.getHeaderNames().containsAll(HEADER)) {
      fault("", "missing-header", "The first line is: " + String.join(",", HEADER) + ".");
      return;
    }
    for (CSVRecord row : parser) {
      rows++;
      if (rows > MAX_ROWS) {
        faults.clear();
        fault("", "too-many-rows", "A history has at most " + MAX_ROWS + " rows.");
        return;
      }
      if (!row.isConsistent()) {
        fault("", "wrong-column-count", "The row has " + row.size() + " columns.");
        continue;
      }
      try {
        readRow(row);
      } catch (InvalidValueException e) {
        fault(e.field(), e.code(), e.detail());
      }
    }
    if (rows == 0) {
      fault("", "no-rows", "The list has a header but no prices.");
    }
  }

  private void readRow(CSVRecord row) {
    Instant changed = time(row.get("effective_from"));
    String model = Texts.required("model", row.get("model"), Texts.MAX_NAME);
    String provider = Texts.required("provider", row.get("provider"), Texts.MAX_NAME);
    String field = Texts.required("price_field", row.get("price_field"), Texts.MAX_NAME);
    String price = row.get("new_usd");
    models
        .computeIfAbsent(
            Provider.family(provider) + "\n" + model, key -> new ModelHistory(model, provider))
        .change(changed, field, price.isBlank() ? null : PriceCell.read("new_usd", price));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidValueException(
          "effective_from", "not-a-time", "Write a time such as 2026-02-25T11:28:11+08:00.");
    }
  }

  private PriceList list() {
    List<Draft<PriceMatch, Tariff>> drafts = new ArrayList<>();
    List<EntryAccount> accounts = new ArrayList<>();
    for (ModelHistory model : models.values()) {
      try {
        drafts.addAll(model.drafts());
        accounts.add(model.account());
      } catch (InvalidValueException e) {
        faults.add(new ListFault(model.name() + "." + e.field(), e.code(), e.detail()));
      }
    }
    return PriceList.ofModels(rows, drafts, faults, Accounts.of(accounts));
  }

  private void fault(String column, String code, String detail) {
    faults.add(ListFault.inRow(rows, column, code, detail));
  }
}
