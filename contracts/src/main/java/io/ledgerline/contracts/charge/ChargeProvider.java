package io.ledgerline.contracts.charge;

import java.util.Map;

/** Providers that have a label. Any other text is a provider too. */
public final class ChargeProvider {
  /** The provider of a charge that names none. */
  public static final String DEFAULT = "openai";

  private static final Map<String, String> LABELS =
      Map.of("openai", "OpenAI", "metaai", "Meta AI", "googleai", "Google AI");

  private ChargeProvider() {}

  /** What a person reads for a provider: its label, or its own name where there is none. */
  public static String display(String provider) {
    return LABELS.getOrDefault(provider, provider);
  }
}
