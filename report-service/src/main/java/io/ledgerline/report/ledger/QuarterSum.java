package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.PriceClass;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What was used in a quarter hour, of one kind, as the ledger tells it at a watermark. A kind may
 * have several of them in a quarter hour.
 *
 * @param time start of the quarter hour
 * @param sourceAccount account at the source
 * @param principalId who did it, by surrogate; null when unknown, like what follows
 * @param workspace where the source has one
 * @param project where the source has one
 * @param provider who provides the service
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass what the source says that the price depends on besides
 * @param tags those that were asked for
 * @param above the step of request size that each request is larger than; null for none
 * @param quantities sums by meter; what was taken back counts negatively
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record QuarterSum(
    Instant time,
    String sourceAccount,
    UUID principalId,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    PriceClass priceClass,
    Labels tags,
    Integer above,
    Map<String, BigDecimal> quantities) {
  /** Checks what must be there; copies. */
  public QuarterSum {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    priceClass = priceClass == null ? PriceClass.NONE : priceClass;
    tags = tags == null ? Labels.NONE : tags;
    quantities = quantities == null ? Map.of() : Map.copyOf(quantities);
  }
}
