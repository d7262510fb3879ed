package io.ledgerline.report.vendor.vergeos;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What was found of a resource at an instant.
 *
 * @param resource who looked, and at what
 * @param owner whose it was then
 * @param values how much there was, by measured field
 */
public record CapacitySample(String resource, Owner owner, Map<RecordField, BigDecimal> values) {
  /** Copies. */
  public CapacitySample {
    values = Map.copyOf(values);
  }

  /** Whether it says something of storage. */
  boolean hasStorage() {
    return values.keySet().stream().anyMatch(RecordField::isStorage);
  }

  /** Whether it says something of anything else. */
  boolean hasWorkload() {
    return !values.keySet().stream().allMatch(RecordField::isStorage);
  }
}
