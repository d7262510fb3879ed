package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one event used, by meter.
 *
 * @param byMeter 1 to 32 meters, sorted by name, immutable
 */
public record Quantities(SortedMap<MeterName, Quantity> byMeter) {
  /** Most meters that one event may carry. */
  public static final int MAX_METERS = 32;

  /** Checks the count and copies. */
  public Quantities {
    if (byMeter == null || byMeter.isEmpty()) {
      throw new InvalidValueException(
          "quantities",
          "missing",
          "'quantities' is required with at least one meter, such as {\"input_tokens\": 10}.");
    }
    if (byMeter.size() > MAX_METERS) {
      throw new InvalidValueException(
          "quantities", "too-many-meters", "An event carries at most " + MAX_METERS + " meters.");
    }
    if (!(byMeter instanceof SortedArrayMap)) {
      byMeter =
          new SortedArrayMap<>(
              byMeter.keySet().toArray(MeterName[]::new),
              byMeter.values().toArray(Quantity[]::new));
    }
  }

  /**
   * From as many meters as quantities, in any order; takes both arrays over.
   *
   * @throws IllegalArgumentException when a meter is there twice
   */
  public static Quantities of(MeterName[] meters, Quantity[] quantities) {
    return new Quantities(new SortedArrayMap<>(meters, quantities));
  }

  /** From any map. */
  public static Quantities of(Map<MeterName, Quantity> byMeter) {
    return new Quantities(byMeter == null ? null : new TreeMap<>(byMeter));
  }

  /** One meter. */
  public static Quantities of(MeterName meter, long value) {
    return of(Map.of(meter, Quantity.of(value)));
  }

  /** From JSON: names to numbers; the field of a fault is {@code quantities.<meter>}. */
  @JsonCreator
  public static Quantities fromNumbers(Map<String, BigDecimal> numbers) {
    SortedMap<MeterName, Quantity> checked = new TreeMap<>();
    if (numbers != null) {
      numbers.forEach((name, number) -> checked.put(new MeterName(name), checked(name, number)));
    }
    return new Quantities(checked);
  }

  /** The meters, sorted by name; immutable. */
  public List<MeterName> meters() {
    return ((SortedArrayMap<MeterName, Quantity>) byMeter).keys();
  }

  /** The quantity of {@code meter}, zero when the event does not carry it. */
  public Quantity of(MeterName meter) {
    return byMeter.getOrDefault(meter, Quantity.ZERO);
  }

  /** As JSON says it. */
  @JsonValue
  public SortedMap<String, BigDecimal> numbers() {
    SortedMap<String, BigDecimal> numbers = new TreeMap<>();
    byMeter.forEach((meter, quantity) -> numbers.put(meter.value(), quantity.value()));
    return numbers;
  }

  private static Quantity checked(String name, BigDecimal number) {
    try {
      return new Quantity(number);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("quantities." + name, e.code(), e.detail());
    }
  }
}
