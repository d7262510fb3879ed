package io.ledgerline.ingest.ledger.batch;

import io.ledgerline.contracts.usage.Quantities;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * How the ledger keeps quantities: the meters' names are interned with the dimension set, the
 * values stand in the row as plain decimals joined by commas. A third of the bytes of an array of
 * numeric, exact, and still summable in SQL by {@code string_to_array(quantities, ',')::numeric[]}.
 */
public final class QuantityText {
  private QuantityText() {}

  /** The names, sorted; what the values are in the order of. */
  public static List<String> meters(Quantities quantities) {
    return quantities.byMeter().keySet().stream().map(meter -> meter.value()).toList();
  }

  /** The values. */
  public static String values(Quantities quantities) {
    StringJoiner values = new StringJoiner(",");
    quantities.byMeter().values().forEach(quantity -> values.add(quantity.toString()));
    return values.toString();
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
