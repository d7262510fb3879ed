package io.ledgerline.report.schedule.rest;

import io.ledgerline.contracts.InvalidValueException;

/**
 * What can be changed of a schedule.
 *
 * @param enabled whether it makes runs; required
 */
public record ScheduleSwitch(Boolean enabled) {
  /** Checks that it is there. */
  public ScheduleSwitch {
    if (enabled == null) {
      throw new InvalidValueException("enabled", "missing", "'enabled' is true or false.");
    }
  }
}
