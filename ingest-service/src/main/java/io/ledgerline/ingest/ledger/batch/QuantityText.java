package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the ledger keeps quantities: the meters' names are interned with the dimension set, the
 * values stand in the row as plain decimals joined by commas. A third of the bytes of an array of
 * numeric, exact, and still summable in SQL by {@code string_to_array(quantities, ',')::numeric[]}.
 */
public final class QuantityText {
  private static final int LONG_DIGITS = 18;

  private QuantityText() {}

  /** The names, sorted; what the values are in the order of. */
  public static List<String> meters(Quantities quantities) {
    return quantities.byMeter().keySet().stream().map(meter -> meter.value()).toList();
  }

  /** The values. */
  public static String values(Quantities quantities) {
    StringBuilder values = new StringBuilder();
    for (Quantity quantity : quantities.byMeter().values()) {
      if (!values.isEmpty()) {
        values.append(',');
      }
      append(values, quantity.value());
    }
    return values.toString();
  }

  private static void append(StringBuilder text, BigDecimal value) {
    if (value.scale() == 0 && value.precision() <= LONG_DIGITS) {
      text.append(value.longValue());
    } else {
      text.append(value.toPlainString());
    }
  }

  /**
   * Reads them back.
   *
   * @throws IllegalStateException when names and values differ in number: the row was tampered with
   */
  public static Quantities read(List<String> meters, String values) {
    String[] texts = values.split(",", -1);
    if (texts.length != meters.size()) {
      throw new IllegalStateException(
          "a ledger row has " + texts.length + " quantities for " + meters.size() + " meters");
    }
    SortedMap<String, BigDecimal> numbers = new TreeMap<>();
    for (int i = 0; i < texts.length; i++) {
      numbers.put(meters.get(i), new BigDecimal(texts[i]));
    }
    return Quantities.fromNumbers(numbers);
  }
}
