package io.ledgerline.report.meter;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The units in which gauges are priced: so much of it for an hour, such as {@code core-hour} or
 * {@code GiB-hour}. Amounts of bytes are turned into one another, decimal and binary, exactly.
 */
public final class UnitHours {
  /** What a gauge's price is per, after what its samples count. */
  public static final String SUFFIX = "-hour";

  private static final Map<String, BigDecimal> BYTES = new LinkedHashMap<>();

  static {
    BYTES.put("byte", BigDecimal.ONE);
    int exponent = 0;
    for (String prefix : List.of("K", "M", "G", "T", "P")) {
      exponent++;
      BYTES.put(prefix + "B", BigDecimal.valueOf(1000).pow(exponent));
      BYTES.put(prefix + "iB", BigDecimal.valueOf(1024).pow(exponent));
    }
  }

  private UnitHours() {}

  /**
   * What quantities of a gauge are multiplied by to be in a unit; exact, because all amounts of
   * bytes are products of 2 and 5.
   *
   * @param sampled what its samples count, such as {@code byte}
   * @param unit such as {@code GB-hour}
   * @return empty when the unit is none of that gauge
   */
  public static Optional<BigDecimal> factor(String sampled, String unit) {
    if (!unit.endsWith(SUFFIX)) {
      return Optional.empty();
    }
    String priced = unit.substring(0, unit.length() - SUFFIX.length());
    if (priced.equals(sampled)) {
      return Optional.of(BigDecimal.ONE);
    }
    BigDecimal from = BYTES.get(sampled);
    BigDecimal to = BYTES.get(priced);
    return from == null || to == null ? Optional.empty() : Optional.of(from.divide(to));
  }

  /** The units in which a gauge may be priced, its own first. */
  static List<String> of(String sampled) {
    String own = sampled + SUFFIX;
    return BYTES.containsKey(sampled)
        ? Stream.concat(Stream.of(own), BYTES.keySet().stream().map(u -> u + SUFFIX))
            .distinct()
            .toList()
        : List.of(own);
  }
}
