package io.ledgerline.report.pricing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
  CUSTOM_ALIAS;

  private static final List<String> REGION_PREFIXES =
      List.of("us.", "eu.", "apac.", "global.", "us-gov.", "jp.", "au.", "ca.", "sa.");

  /**
   * The name under which {@code known} has prices for {@code model}, with the rule that led there;
   * empty when no rule does.
   */
  public static Optional<Match> resolve(String model, Predicate<String> known) {
    if (model == null) {
      return Optional.empty();
    }
    if (known.test(model)) {
      return Optional.of(new Match(model, EXACT));
    }
    return REGION_PREFIXES.stream()
        .filter(model::startsWith)
        .map(prefix -> model.substring(prefix.length()))
        .filter(known)
        .findFirst()
        .map(name -> new Match(name, REGION_PREFIX));
  }

  /**
   * A resolved name.
   *
   * @param model as the price book spells it
   * @param rule what led there
   */
  public record Match(String model, ModelRule rule) {}
}
