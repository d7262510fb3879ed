package io.ledgerline.report.pricing;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;

/**
 * What a banded price adds up over, and when the sum starts anew.
 *
 * @param scope what has a sum of its own
 * @param reset when it starts at zero again
 * @param zone whose calendar {@code reset} means
 */
public record Accumulation(Scope scope, Reset reset, ZoneId zone) {
  private static final int QUARTER_HOUR = 900;

  /** Checks that all is there, and that days begin where quarter hours of usage do. */
  public Accumulation {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(reset, "reset");
    Objects.requireNonNull(zone, "zone");
    if (zone.getRules().isFixedOffset()
        && zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds() % QUARTER_HOUR != 0) {
      throw new InvalidValueException(
          "over.zone", "unknown-zone", "Days of 'over.zone' begin on UTC quarter hours.");
    }
  }

  /** What has a sum of its own; usage without such a thing shares one sum. */
  public enum Scope {
    /** Everything of the tenant. */
    TENANT,
    /** Whoever pays, as attribution says. */
    COST_CENTRE,
    /** The account at the source. */
    SOURCE_ACCOUNT,
    /** The workspace of a source account. */
    WORKSPACE,
    /** The project of a workspace. */
    PROJECT,
    /** The person or machine. */
    PRINCIPAL
  }

  /** When a sum starts at zero. */
  public enum Reset {
    /** At the zone's midnight. */
    DAY,
    /** On the first of the month. */
    MONTH,
    /** On the first of January, April, July and October. */
    QUARTER,
    /** On the first of January. */
    YEAR
  }
}
