package io.ledgerline.ingest.inlet.smarter;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.contracts.charge.ChargeProvider;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.ingest.ledger.RecordedEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A charge as it is listed.
 *
 * @param id as it was sent
 * @param createdAt when it was used
 * @param account who pays
 * @param user who did it; absent when the name was erased
 * @param sessionKey the chat it belongs to
 * @param provider who offers the model
 * @param providerDisplay the same for a person
 * @param chargeType what was called
 * @param chargeTypeDisplay the same for a person
 * @param promptTokens what was sent
 * @param completionTokens what came back
 * @param totalTokens both
 * @param model the model's id
 * @param reference the provider's fingerprint
 * @param consumed whether it is in the daily billing records
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record ChargeView(
    String id,
    Instant createdAt,
    String account,
    String user,
    String sessionKey,
    String provider,
    String providerDisplay,
    String chargeType,
    String chargeTypeDisplay,
    BigDecimal promptTokens,
    BigDecimal completionTokens,
    BigDecimal totalTokens,
    String model,
    String reference,
    boolean consumed) {
  private static final String NO_REFERENCE = "undefined charge reference";

  static ChargeView of(RecordedEvent event, Consumption consumption) {
    BigDecimal prompt = sum(event.quantities(), MeterName.INPUT_TOKENS);
    BigDecimal completion = sum(event.quantities(), MeterName.OUTPUT_TOKENS);
    return new ChargeView(
        event.id(),
        event.time(),
        event.sourceAccount(),
        event.principal(),
        event.attributes().get(Charge.SESSION_KEY),
        event.provider(),
        ChargeProvider.display(event.provider() == null ? "" : event.provider()),
        event.operation(),
        ChargeType.display(event.operation()),
        prompt,
        completion,
        prompt.add(completion),
        event.model(),
        event.attributes().getOrDefault(Charge.REFERENCE, NO_REFERENCE),
        consumption.has(event));
  }

  private static BigDecimal sum(SortedMap<String, BigDecimal> quantities, MeterName meter) {
    return quantities.getOrDefault(meter.value(), BigDecimal.ZERO);
  }
}
