package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes a row of the ledger as a line of JSON. */
@ApplicationScoped
class EventLineWriter {
  private final ObjectWriter json;

  EventLineWriter(ObjectMapper mapper) {
    this.json = mapper.writerFor(EventLine.class);
  }

  String line(Row row) {
    try {
      return json.writeValueAsString(read(row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event cannot be written", e);
    }
  }

  private static EventLine read(Row row) {
    Dimensions d = DimensionSetRow.dimensions(row);
    String resource = row.getString("resource");
    return new EventLine(
        row.getOffsetDateTime("charge_time").toInstant(),
        row.getString("source"),
        row.getString("id"),
        d.sourceAccount(),
        row.getString("principal"),
        d.principal() == null ? null : d.principal().value(),
        d.workspace(),
        d.project(),
        d.provider(),
        d.model(),
        d.region(),
        d.operation(),
        d.priceClass().values(),
        QuantityText.read(List.of(row.getArrayOfStrings("meters")), row.getString("quantities"))
            .numbers(),
        tags((JsonObject) row.getValue("tags")),
        row.getUUID("batch_id"),
        resource == null || resource.isBlank() ? null : resource,
        "true".equals(row.getString("end_of_life")) ? true : null);
  }

  private static SortedMap<String, String> tags(JsonObject json) {
    SortedMap<String, String> tags = new TreeMap<>();
    if (json != null) {
      json.forEach(entry -> tags.put(entry.getKey(), (String) entry.getValue()));
    }
    return tags;
  }
}
