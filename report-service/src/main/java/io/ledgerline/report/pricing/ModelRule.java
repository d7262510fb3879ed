package io.ledgerline.report.pricing;

/** How a model's name found its prices; kept with the rated line. */
public enum ModelRule {
  /** The name as the source said it. */
  EXACT,
  /** Another name of the model, as the price states it. */
  ALIAS,
  /** The name without the prefix of a cross-region inference profile, such as {@code us.}. */
  REGION_PREFIX,
  /** The last part of an Amazon Resource Name. */
  ARN,
  /** The model that an inference profile is made of. */
  INFERENCE_PROFILE,
  /** The name without, or with, the prefix of its provider, such as {@code openai/}. */
  PROVIDER_PREFIX,
  /** The name without its date or version. */
  DATED,
  /** A pattern that the name fits. */
  PATTERN,
  /** A price for any model. */
  ANY,
  /** A name that the tenant gave the model. */
  CUSTOM_ALIAS
}
