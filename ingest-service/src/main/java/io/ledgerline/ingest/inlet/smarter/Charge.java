package io.ledgerline.ingest.inlet.smarter;

import io.ledgerline.contracts.Texts;
import io.ledgerline.contracts.charge.AccountNumber;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One charge.
 *
 * @param id what makes it the same charge, whatever account it is of
 * @param createdAt when it was used; null for the receipt of its first arrival
 * @param account who pays
 * @param user who did it
 * @param sessionKey the chat it belongs to; null when there is none
 * @param provider who offers the model
 * @param type what was called
 * @param tokens how many
 * @param model null when unknown
 * @param reference the provider's fingerprint; null when there is none
 */
record Charge(
    String id,
    Instant createdAt,
    AccountNumber account,
    String user,
    String sessionKey,
    String provider,
    ChargeType type,
    ChargeTokens tokens,
    String model,
    String reference) {
  /** Who says all charges: ids of charges are of one installation. */
  static final SourceName SOURCE = new SourceName("smarter");

  static final String SESSION_KEY = "session_key";
  static final String REFERENCE = "reference";

  private static final int MAX_TEXT = 255;
  private static final int MAX_USER = 254;

  Charge {
    id = Texts.required("id", id, MAX_TEXT);
    user = Texts.required("user", user, MAX_USER);
    sessionKey = Texts.optional("session_key", sessionKey, MAX_TEXT);
    provider = Texts.required("provider", provider, MAX_TEXT);
    model = Texts.optional("model", model, MAX_TEXT);
    reference = Texts.optional("reference", reference, MAX_TEXT);
  }

  /** What the ledger keeps of it. */
  UsageEvent event() {
    return new UsageEvent(
        new EventIdentity(SOURCE, id),
        createdAt,
        new Origin(account.value(), user, null, null),
        new ServiceUse(provider, model, null, type.code()),
        PriceClass.NONE,
        Quantities.of(
            Map.of(
                MeterName.INPUT_TOKENS, Quantity.of(tokens.prompt()),
                MeterName.OUTPUT_TOKENS, Quantity.of(tokens.completion()),
                // Only a completion asks a model; tools and plugins are part of its turn.
                MeterName.REQUESTS, type.repeatsTokens() ? Quantity.ZERO : Quantity.ONE)),
        Labels.NONE,
        attributes());
  }

  private Labels attributes() {
    Map<String, String> attributes = new TreeMap<>();
    if (sessionKey != null) {
      attributes.put(SESSION_KEY, sessionKey);
    }
    if (reference != null) {
      attributes.put(REFERENCE, reference);
    }
    return Labels.of(attributes);
  }
}
