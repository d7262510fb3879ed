package io.ledgerline.report.gauge;

import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Samples for tests. */
public final class Samples {
  /** A meter of cores. */
  public static final MeterName CORES = new MeterName("used_cores");

  /** Where they come from. */
  public static final Dimensions LAB =
      new Dimensions("lab", null, null, null, null, null, null, null, null);

  private Samples() {}

  /** So many cores of a resource, a number of seconds after the epoch. */
  public static Sample cores(String resource, long second, String cores) {
    return new Sample(
        "s",
        resource,
        Instant.ofEpochSecond(second),
        LAB,
        false,
        new TreeMap<>(Map.of(CORES, new BigDecimal(cores))));
  }

  /** The end of a resource. */
  public static Sample end(String resource, long second) {
    return new Sample("s", resource, Instant.ofEpochSecond(second), LAB, true, new TreeMap<>());
  }
}
