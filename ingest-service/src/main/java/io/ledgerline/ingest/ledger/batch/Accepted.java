package io.ledgerline.ingest.ledger.batch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
  public record Part(long events, SortedMap<String, BigDecimal> quantities) {}

  /** Adds rows up. */
  public static Accepted of(List<LedgerRow> rows) {
    // Dimensions are interned, so that the same ones are nearly always the same object.
    Map<Long, Map<Dimensions, Tally>> tallies = new TreeMap<>();
    long last = Long.MIN_VALUE;
    Map<Dimensions, Tally> ofLast = Map.of();
    for (LedgerRow row : rows) {
      Fact fact = row.fact();
      long quarter = Math.floorDiv(fact.time().getEpochSecond(), QUARTER_SECONDS);
      if (quarter != last) {
        last = quarter;
        ofLast =
            tallies.computeIfAbsent(quarter * QUARTER_SECONDS, first -> new IdentityHashMap<>());
      }
      ofLast.computeIfAbsent(fact.dimensions(), first -> new Tally()).add(fact);
    }
    SortedMap<Long, SortedMap<String, Part>> quarters = new TreeMap<>();
    tallies.forEach((quarter, ofQuarter) -> quarters.put(quarter, byAccount(ofQuarter)));
    return new Accepted(quarters);
  }

  private static SortedMap<String, Part> byAccount(Map<Dimensions, Tally> tallies) {
    SortedMap<String, Tally> byAccount = new TreeMap<>();
    tallies.forEach(
        (dimensions, tally) ->
            byAccount.computeIfAbsent(dimensions.sourceAccount(), first -> new Tally()).add(tally));
    SortedMap<String, Part> parts = new TreeMap<>();
    byAccount.forEach((account, tally) -> parts.put(account, tally.part()));
    return parts;
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

  /** Adds up what was used in one quarter hour with the same dimensions; its meters are few. */
  private static final class Tally {
    private final List<MeterName> meters = new ArrayList<>();
    private final List<ExactSum> sums = new ArrayList<>();
    private long events;

    void add(Fact fact) {
      events += fact.sign();
      fact.quantities()
          .byMeter()
          .forEach((meter, quantity) -> sum(meter).add(quantity.value(), fact.sign()));
    }

    void add(Tally other) {
      events += other.events;
      for (int i = 0; i < other.meters.size(); i++) {
        sum(other.meters.get(i)).add(other.sums.get(i).value(), 1);
      }
    }

    private ExactSum sum(MeterName meter) {
      int place = meters.indexOf(meter);
      if (place >= 0) {
        return sums.get(place);
      }
      ExactSum sum = new ExactSum();
      meters.add(meter);
      sums.add(sum);
      return sum;
    }

    Part part() {
      SortedMap<String, BigDecimal> byMeter = new TreeMap<>();
      for (int i = 0; i < meters.size(); i++) {
        byMeter.put(meters.get(i).value(), sums.get(i).value());
      }
      return new Part(events, byMeter);
    }
  }
}
