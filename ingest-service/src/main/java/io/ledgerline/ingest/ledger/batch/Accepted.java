package io.ledgerline.ingest.ledger.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Quantity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was accepted with a batch: events and sums by charge quarter hour, source account and meter.
 * It is noted apart from the rows, so that the rows can be held against it.
 *
 * @param quarters by the quarter hour's start in seconds since 1970, then by source account
 */
public record Accepted(SortedMap<Long, SortedMap<String, Part>> quarters) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final long QUARTER_SECONDS = QuarterHour.LENGTH.toSeconds();

  /**
   * What a source account used in a quarter hour.
   *
   * @param events how many, those that take back counted negatively
   * @param quantities signed sums by meter
   */
  public record Part(long events, SortedMap<String, BigDecimal> quantities) {
    private Part plus(Part other) {
      SortedMap<String, BigDecimal> sums = new TreeMap<>(quantities);
      other.quantities.forEach((meter, sum) -> sums.merge(meter, sum, BigDecimal::add));
      return new Part(events + other.events, sums);
    }
  }

  /** Adds rows up. */
  public static Accepted of(List<LedgerRow> rows) {
    Map<Long, Cell> cells = new HashMap<>();
    for (LedgerRow row : rows) {
      long quarter = Math.floorDiv(row.fact().time().getEpochSecond(), QUARTER_SECONDS);
      cells
          .computeIfAbsent(quarter << 32 | row.dimensionSetId(), key -> new Cell(quarter, row))
          .add(row);
    }
    SortedMap<Long, SortedMap<String, Part>> quarters = new TreeMap<>();
    for (Cell cell : cells.values()) {
      quarters
          .computeIfAbsent(cell.quarter * QUARTER_SECONDS, quarter -> new TreeMap<>())
          .merge(cell.account, cell.part(), Part::plus);
    }
    return new Accepted(quarters);
  }

  /** As the column {@code batch.accepted} has it. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (var quarter : quarters.entrySet()) {
        json.writeObjectFieldStart(Long.toString(quarter.getKey()));
        for (var account : quarter.getValue().entrySet()) {
          json.writeFieldName(account.getKey());
          write(json, account.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text can always be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Part part) throws IOException {
    json.writeStartObject();
    json.writeNumberField("events", part.events());
    json.writeObjectFieldStart("quantities");
    for (var sum : part.quantities().entrySet()) {
      json.writeStringField(sum.getKey(), sum.getValue().toPlainString());
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Rows of one dimension set, which all have the same account, meters and sign. */
  private static final class Cell {
    private final long quarter;
    private final String account;
    private final LedgerRow first;
    private final ExactSum[] sums;
    private long events;

    Cell(long quarter, LedgerRow first) {
      this.quarter = quarter;
      this.first = first;
      this.account = first.fact().dimensions().sourceAccount();
      this.sums = new ExactSum[first.fact().quantities().byMeter().size()];
      for (int i = 0; i < sums.length; i++) {
        sums[i] = new ExactSum();
      }
    }

    void add(LedgerRow row) {
      int sign = row.fact().sign();
      events += sign;
      int i = 0;
      for (Quantity quantity : row.fact().quantities().byMeter().values()) {
        sums[i++].add(quantity.value(), sign);
      }
    }

    Part part() {
      SortedMap<String, BigDecimal> byMeter = new TreeMap<>();
      int i = 0;
      for (var meter : first.fact().quantities().byMeter().keySet()) {
        byMeter.put(meter.value(), sums[i++].value());
      }
      return new Part(events, byMeter);
    }
  }
}
