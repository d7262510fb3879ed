package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.usage.Labels;
import io.vertx.core.json.JsonObject;
import java.util.TreeMap;

/** How a row keeps tags and attributes. */
final class LabelsJson {
  private LabelsJson() {}

  /** JSON with what there is, or null when there are neither tags nor attributes. */
  static String of(Labels tags, Labels attributes) {
    if (tags.values().isEmpty() && attributes.values().isEmpty()) {
      return null;
    }
    JsonObject json = new JsonObject();
    put(json, "tags", tags);
    put(json, "attributes", attributes);
    return json.encode();
  }

  private static void put(JsonObject json, String name, Labels labels) {
    if (!labels.values().isEmpty()) {
      json.put(name, new JsonObject(new TreeMap<>(labels.values())));
    }
  }
}
