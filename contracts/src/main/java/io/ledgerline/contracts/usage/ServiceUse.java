package io.ledgerline.contracts.usage;

import io.ledgerline.contracts.Texts;

/**
 * Which service was used. Each part is null when it does not apply.
 *
 * @param provider who provides it, in the OpenTelemetry GenAI spelling where there is one ({@code
 *     aws.bedrock})
 * @param model the model's id at the provider
 * @param region where the call was made
 * @param operation what was called
 */
public record ServiceUse(String provider, String model, String region, String operation) {
  /** No service named. */
  public static final ServiceUse NONE = new ServiceUse(null, null, null, null);

  /** Checks the texts; empty ones become null. */
  public ServiceUse {
    provider = Texts.optional("provider", provider, Texts.MAX_NAME);
    model = Texts.optional("model", model, Texts.MAX_NAME);
    region = Texts.optional("region", region, Texts.MAX_NAME);
    operation = Texts.optional("operation", operation, Texts.MAX_NAME);
  }
}
