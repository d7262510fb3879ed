package io.ledgerline.report.pricing.imports.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a price table, in the order in which they are written. */
enum Column {
  SOURCE_ACCOUNT("sourceAccount"),
  COST_CENTRE("costCentre"),
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

  /** Columns of prices of the list. */
  static final List<Column> OF_LIST =
      Arrays.stream(values())
          .filter(column -> column != SOURCE_ACCOUNT && column != COST_CENTRE)
          .toList();

  /** Columns of contract prices, which say whose they are. */
  static final List<Column> OF_CONTRACTS = List.of(values());

  private final String title;

  Column(String title) {
    this.title = title;
  }

  /** As a table names it. */
  String title() {
    return title;
  }

  /**
   * The column of that name, if it is among some; case, spaces, {@code _} and {@code -} do not
   * matter.
   */
  static Optional<Column> named(String text, List<Column> among) {
    String name = plain(text);
    return among.stream().filter(column -> plain(column.title).equals(name)).findFirst();
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("[ _-]", "");
  }
}
