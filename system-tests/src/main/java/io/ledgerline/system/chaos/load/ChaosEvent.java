package io.ledgerline.system.chaos.load;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One event as a client knows it. Written apart from the suite's own types, so that a fault in
 * those cannot hide itself.
 *
 * @param source who says it; with {@code id} its identity
 * @param id the source's own name for it
 * @param time when it happened, to the microsecond
 * @param account the source account
 * @param principal who used it, or null
 * @param model the model, or null for usage that is not a model's
 * @param region where, or null
 * @param quantities what was used, by meter
 */
public record ChaosEvent(
    String source,
    String id,
    Instant time,
    String account,
    String principal,
    String model,
    String region,
    SortedMap<String, BigDecimal> quantities) {

  /** Keeps its own copy of the quantities. */
  public ChaosEvent {
    quantities = Collections.unmodifiableSortedMap(new TreeMap<>(quantities));
  }

  /** The same identity with another time: what a re-stamping relay would make of it. */
  public ChaosEvent stamped(Duration later) {
    return new ChaosEvent(
        source, id, time.plus(later), account, principal, model, region, quantities);
  }

  /** The same identity with another account. */
  public ChaosEvent paidBy(String other) {
    return new ChaosEvent(source, id, time, other, principal, model, region, quantities);
  }

  /**
   * As the event call takes it.
   *
   * @param asText whether quantities are texts rather than numbers; both mean the same
   */
  public ObjectNode toJson(boolean asText) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("source", source).put("id", id).put("time", time.toString());
    json.put("sourceAccount", account);
    put(json, "principal", principal);
    put(json, "model", model);
    put(json, "region", region);
    ObjectNode used = json.putObject("quantities");
    quantities.forEach(
        (meter, quantity) -> {
          if (asText) {
            used.put(meter, quantity.toPlainString());
          } else {
            used.put(meter, quantity);
          }
        });
    return json;
  }

  private static void put(ObjectNode json, String field, String value) {
    if (value != null) {
      json.put(field, value);
    }
  }
}
