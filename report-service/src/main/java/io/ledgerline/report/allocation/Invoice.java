package io.ledgerline.report.allocation;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.pricing.Provider;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/**
 * What a provider charged for a month (UTC), in one currency.
 *
 * @param entry the entry of the book that says so
 * @param provider its family
 * @param month the month
 * @param total any sign: credits are below 0
 */
public record Invoice(UUID entry, String provider, YearMonth month, Money total) {
  /** Checks that all is there. */
  public Invoice {
    Objects.requireNonNull(entry, "entry");
    Objects.requireNonNull(month, "month");
    Objects.requireNonNull(total, "total");
    provider = Provider.family(Objects.requireNonNull(provider, "provider"));
  }

  /** When the month begins. */
  public Instant from() {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** When it is over. */
  public Instant to() {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
