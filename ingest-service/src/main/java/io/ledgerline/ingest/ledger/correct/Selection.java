package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Which events a correction is about. */
sealed interface Selection {
  /**
   * Named ones.
   *
   * @param events in the order asked; repeats allowed
   */
  record Named(List<EventIdentity> events) implements Selection {
    @Override
    public JsonObject json() {
      JsonArray array = new JsonArray();
      events.forEach(
          e -> array.add(new JsonObject().put("source", e.source().value()).put("id", e.id())));
      return new JsonObject().put("events", array);
    }
  }

  /**
   * All of a source or of an account in a span of charge time.
   *
   * @param source null for any
   * @param sourceAccount null for any
   * @param principal surrogate; null for any
   * @param model null for any
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   */
  record Filter(
      String source, String sourceAccount, UUID principal, String model, Instant from, Instant to)
      implements Selection {
    @Override
    public JsonObject json() {
      JsonObject json = new JsonObject();
      put(json, "source", source);
      put(json, "sourceAccount", sourceAccount);
      put(json, "principalId", principal);
      put(json, "model", model);
      put(json, "from", from);
      put(json, "to", to);
      return json;
    }

    private static void put(JsonObject json, String name, Object value) {
      if (value != null) {
        json.put(name, value.toString());
      }
    }
  }

  /** As the table keeps it. */
  JsonObject json();

  /** Reads what {@link #json} wrote. */
  static Selection of(JsonObject json) {
    if (json.containsKey("events")) {
      List<EventIdentity> events = new ArrayList<>();
      for (Object entry : json.getJsonArray("events")) {
        JsonObject event = (JsonObject) entry;
        events.add(
            new EventIdentity(new SourceName(event.getString("source")), event.getString("id")));
      }
      return new Named(events);
    }
    String principal = json.getString("principalId");
    return new Filter(
        json.getString("source"),
        json.getString("sourceAccount"),
        principal == null ? null : UUID.fromString(principal),
        json.getString("model"),
        Instant.parse(json.getString("from")),
        Instant.parse(json.getString("to")));
  }
}
