package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes rows of the ledger as lines of JSON: time, source and id; account, principal by name and
 * by surrogate, workspace, project, provider, model, region, operation and price class; quantities
 * and tags; the batch it was committed with; the resource it brings samples of, and whether that
 * has ended. What is not known is left out. What its dimension set says of an event is text
 * already: a report of millions of events is quicker by that.
 */
@ApplicationScoped
class EventLineWriter {
  /** Columns of a row, by their places: looking for names in each row would cost a tenth. */
  static final int TIME = 0;

  static final int SOURCE = 1;
  static final int ID = 2;
  static final int QUANTITIES = 3;
  static final int TAGS = 4;
  static final int SET = 5;
  static final int BATCH = 6;
  static final int RESOURCE = 7;
  static final int END_OF_LIFE = 8;

  private static final int USUAL_LINE = 400;

  private final ObjectWriter json;

  EventLineWriter(ObjectMapper mapper) {
    this.json = mapper.writer();
  }

  /** What dimension sets stand for, for one stream. */
  SetTexts texts() {
    return new SetTexts(this::text);
  }

  /** Lines joined by line feeds, without one at the end. */
  String lines(List<Row> rows, SetTexts texts) {
    StringBuilder lines = new StringBuilder(rows.size() * USUAL_LINE);
    for (Row row : rows) {
      if (!lines.isEmpty()) {
        lines.append('\n');
      }
      line(lines, row, texts.of(row.getInteger(SET)));
    }
    return lines.toString();
  }

  private void line(StringBuilder line, Row row, SetTexts.SetText set) {
    line.append("{\"time\":\"").append(row.getOffsetDateTime(TIME).toInstant());
    quoted(line.append("\",\"source\":"), row.getString(SOURCE));
    quoted(line.append(",\"id\":"), row.getString(ID));
    line.append(',').append(set.members()).append(",\"quantities\":{");
    quantities(line, set.meters(), row.getString(QUANTITIES));
    line.append("},\"tags\":").append(tags((JsonObject) row.getValue(TAGS)));
    line.append(",\"batchId\":\"").append(row.getUUID(BATCH)).append('"');
    String resource = row.getString(RESOURCE);
    if (resource != null && !resource.isBlank()) {
      quoted(line.append(",\"resource\":"), resource);
    }
    if ("true".equals(row.getString(END_OF_LIFE))) {
      line.append(",\"ended\":true");
    }
    line.append('}');
  }

  /**
   * The values of a row with the names of its set.
   *
   * @throws IllegalStateException when they differ in number: the row was tampered with
   */
  static void quantities(StringBuilder line, List<String> meters, String values) {
    String[] texts = values.split(",", -1);
    if (texts.length != meters.size()) {
      throw new IllegalStateException(
          "a ledger row has " + texts.length + " quantities for " + meters.size() + " meters");
    }
    for (int i = 0; i < texts.length; i++) {
      line.append(i == 0 ? "" : ",").append(meters.get(i)).append(':').append(number(texts[i]));
    }
  }

  /** A whole number of digits is in normal form as it is, but for zeros in front. */
  private static String number(String text) {
    boolean plain = !text.isEmpty() && (text.charAt(0) != '0' || text.length() == 1);
    for (int i = 0; plain && i < text.length(); i++) {
      plain = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return plain ? text : Decimals.normal(new BigDecimal(text)).toPlainString();
  }

  private static void quoted(StringBuilder line, String text) {
    line.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, line);
    line.append('"');
  }

  private String tags(JsonObject tags) {
    return tags == null || tags.isEmpty() ? "{}" : written(new TreeMap<>(tags.getMap()));
  }

  private SetTexts.SetText text(Row row) {
    Dimensions d = DimensionSetRow.dimensions(row);
    Map<String, Object> members = new LinkedHashMap<>();
    put(members, "sourceAccount", d.sourceAccount());
    put(members, "principal", row.getString("principal"));
    put(members, "principalId", d.principal() == null ? null : d.principal().value());
    put(members, "workspace", d.workspace());
    put(members, "project", d.project());
    put(members, "provider", d.provider());
    put(members, "model", d.model());
    put(members, "region", d.region());
    put(members, "operation", d.operation());
    put(members, "priceClass", d.priceClass().values());
    String object = written(members);
    List<String> meters = new ArrayList<>();
    Arrays.stream(row.getArrayOfStrings("meters")).forEach(name -> meters.add(written(name)));
    return new SetTexts.SetText(object.substring(1, object.length() - 1), List.copyOf(meters));
  }

  private static void put(Map<String, Object> members, String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }
}
