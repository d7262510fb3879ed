package io.ledgerline.report.meter.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.meter.Meter;

/**
 * A meter to be added.
 *
 * @param name a lower-case letter, then letters, digits and underscores
 * @param unit of a counter what one of it is, of a gauge what a sample counts; singular
 * @param kind {@code counter} or {@code gauge}
 * @param description what is counted, for people
 */
public record MeterBody(String name, String unit, String kind, String description) {
  Meter meter() {
    return new Meter(nameOf(), unit, Meter.Kind.of(kind), description);
  }

  private MeterName nameOf() {
    try {
      return new MeterName(name);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("name", e.code(), e.detail());
    }
  }
}
