package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What one source says of a day, account, principal, provider and operation, at a watermark.
 *
 * @param day calendar day in UTC
 * @param sourceAccount account at the source
 * @param principal who did it, by name; null when unknown
 * @param principalId who did it, by surrogate; null when unknown
 * @param provider null when it does not apply, like the next
 * @param operation what was called
 * @param events how many count; what was taken back counts negatively
 * @param quantities sums by meter, signed likewise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record DailySum(
    LocalDate day,
    String sourceAccount,
    String principal,
    UUID principalId,
    String provider,
    String operation,
    long events,
    Map<String, BigDecimal> quantities) {
  /** Checks what must be there; copies. */
  public DailySum {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    principal = Named.orErased(principal, principalId);
    quantities = quantities == null ? Map.of() : Map.copyOf(quantities);
  }
}
