package io.ledgerline.report.pricing.imports.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a price table, in the order in which they are written. */
enum Column {
  PROVIDER("provider"),
  MODEL("model"),
  MODEL_MATCH("modelMatch"),
  REGION("region"),
  OPERATION("operation"),
  METER("meter"),
  PRICE_CLASS("priceClass"),
  RATE("rate"),
  FROM("from"),
  TO("to"),
  SIZE("size"),
  PRICE("price"),
  PER("per"),
  UNIT("unit"),
  CURRENCY("currency"),
  OVER("over"),
  RESET("reset"),
  ZONE("zone"),
  VALID_FROM("validFrom"),
  VALID_TO("validTo");

  /** Without these a row says nothing. */
  static final List<Column> REQUIRED = List.of(METER, PRICE, UNIT, CURRENCY);

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** As a table names it. */
  String title() {
    return title;
  }

  /** The column of that name; case, spaces, {@code _} and {@code -} do not matter. */
  static Optional<Column> named(String text) {
    String name = plain(text);
    return Arrays.stream(values()).filter(column -> plain(column.title).equals(name)).findFirst();
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
