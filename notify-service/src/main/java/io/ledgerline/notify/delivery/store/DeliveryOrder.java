package io.ledgerline.notify.delivery.store;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;

/** The orders in which deliveries can be listed; ties are broken by id. */
public enum DeliveryOrder {
  /** Oldest first. */
  CREATED("createdAt", "createdAt", true, Delivery::createdAt),
  /** Newest first. */
  CREATED_LATEST("-createdAt", "createdAt", false, Delivery::createdAt),
  /** Longest unchanged first. */
  UPDATED("updatedAt", "updatedAt", true, Delivery::updatedAt),
  /** Last changed first. */
  UPDATED_LATEST("-updatedAt", "updatedAt", false, Delivery::updatedAt);

  private final String text;
  private final String field;
  private final boolean ascending;
  private final Function<Delivery, Instant> key;

  DeliveryOrder(String text, String field, boolean ascending, Function<Delivery, Instant> key) {
    this.text = text;
    this.field = field;
    this.ascending = ascending;
    this.key = key;
  }

  /** Reads the query parameter {@code sort}; fails with 400. */
  public static DeliveryOrder fromString(String text) {
    return Arrays.stream(values())
        .filter(order -> order.text.equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidRequest.field(
                    "sort",
                    "unknown",
                    "sort must be createdAt, -createdAt, updatedAt or -updatedAt"));
  }

  /** The cursor behind a delivery. */
  Cursor cursorOf(Delivery delivery) {
    return Cursor.of(key.apply(delivery), delivery.id());
  }

  /** HQL: what comes after {@code :at} and {@code :id} in this order. */
  String after() {
    String than = ascending ? ">" : "<";
    return "(%s %s :at or (%s = :at and id %s :id))".formatted(field, than, field, than);
  }

  /** HQL: the order. */
  String by() {
    String direction = ascending ? "asc" : "desc";
    return "order by %s %s, id %s".formatted(field, direction, direction);
  }
}
