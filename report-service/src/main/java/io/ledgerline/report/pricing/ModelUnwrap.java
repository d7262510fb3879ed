package io.ledgerline.report.pricing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes one wrapping off a model's name: an Amazon Resource Name, a resource path of Google, the
 * prefix of a provider, or that of a cross-region inference profile.
 *
 * @param name what is inside
 * @param rule which wrapping it was
 * @param provider the family that the wrapping names; null when it names none
 * @param region the region that the wrapping names; null when it names none
 * @param opaque whether {@code name} stands for something of the customer's own, such as reserved
 *     capacity or a tuned model: it is not the model inside and costs what is stated for it alone
 */
record ModelUnwrap(String name, ModelRule rule, String provider, String region, boolean opaque) {
  private static final List<String> REGION_PREFIXES =
      List.of("us.", "eu.", "apac.", "global.", "us-gov.", "jp.", "au.", "ca.", "sa.");
  private static final Pattern BEDROCK_ARN =
      Pattern.compile("arn:aws[a-z-]*:bedrock:([a-z0-9-]*):[0-9]*:(([a-z-]+)/(.+))");
  private static final Pattern PUBLISHED =
      Pattern.compile("(?:projects/[^/]+/locations/([^/]+)/)?publishers/[^/]+/models/([^/]+)");
  private static final Pattern CUSTOMERS_OWN =
      Pattern.compile("arn:.*|projects/.*|tunedModels/.*|.*/\\d+-month-commitment/.*");
  private static final Pattern BEDROCK_PLACE =
      Pattern.compile(
          "(?:(?:converse|invoke|converse_like)/)?(?:([a-z]{2}(?:-[a-z]+)+-\\d)/)?(.+)");
  private static final Pattern AZURE_PLACE =
      Pattern.compile("(?:us|eu|global|global-standard|regional)/(.+)");

  /** The next wrapping of {@code name}; empty when there is none that is known. */
  static Optional<ModelUnwrap> of(String name) {
    if (name.startsWith("arn:")) {
      return arn(name);
    }
    if (isCustomersOwn(name)) {
      return published(name);
    }
    return published(name)
        .or(() -> geminiPath(name))
        .or(() -> providerPrefix(name))
        .or(() -> regionPrefix(name));
  }

  /** Whether the name stands for something of the customer's own. */
  static boolean isCustomersOwn(String name) {
    return CUSTOMERS_OWN.matcher(name).matches() && !PUBLISHED.matcher(name).matches();
  }

  private static Optional<ModelUnwrap> arn(String name) {
    Matcher arn = BEDROCK_ARN.matcher(name);
    if (!arn.matches()) {
      return Optional.empty();
    }
    String region = arn.group(1).isEmpty() ? null : arn.group(1);
    return Optional.of(
        switch (arn.group(3)) {
          case "foundation-model" -> inside(arn.group(4), ModelRule.ARN, Provider.BEDROCK, region);
          case "inference-profile" ->
              inside(arn.group(4), ModelRule.INFERENCE_PROFILE, Provider.BEDROCK, region);
          default -> new ModelUnwrap(arn.group(2), ModelRule.ARN, Provider.BEDROCK, region, true);
        });
  }

  private static Optional<ModelUnwrap> published(String name) {
    Matcher path = PUBLISHED.matcher(name);
    return path.matches()
        ? Optional.of(
            inside(path.group(2), ModelRule.PROVIDER_PREFIX, Provider.VERTEX, path.group(1)))
        : Optional.empty();
  }

  private static Optional<ModelUnwrap> geminiPath(String name) {
    return name.startsWith("models/")
        ? Optional.of(
            inside(name.substring("models/".length()), ModelRule.PROVIDER_PREFIX, null, null))
        : Optional.empty();
  }

  private static Optional<ModelUnwrap> providerPrefix(String name) {
    int slash = name.indexOf('/');
    if (slash <= 0 || slash == name.length() - 1) {
      return Optional.empty();
    }
    String rest = name.substring(slash + 1);
    return Provider.ofPrefix(name.substring(0, slash)).map(family -> place(family, rest));
  }

  private static ModelUnwrap place(String family, String rest) {
    if (family.equals(Provider.BEDROCK)) {
      Matcher place = BEDROCK_PLACE.matcher(rest);
      if (place.matches()) {
        return inside(place.group(2), ModelRule.PROVIDER_PREFIX, family, place.group(1));
      }
    }
    if (family.startsWith("azure.")) {
      Matcher place = AZURE_PLACE.matcher(rest);
      if (place.matches()) {
        return inside(place.group(1), ModelRule.REGION_PREFIX, family, null);
      }
    }
    return inside(rest, ModelRule.PROVIDER_PREFIX, family, null);
  }

  private static Optional<ModelUnwrap> regionPrefix(String name) {
    return REGION_PREFIXES.stream()
        .filter(name::startsWith)
        .map(prefix -> name.substring(prefix.length()))
        // Inside is a maker and its model; without a maker it is no inference profile.
        .filter(rest -> rest.indexOf('.') > 0)
        .findFirst()
        .map(rest -> inside(rest, ModelRule.REGION_PREFIX, null, null));
  }

  private static ModelUnwrap inside(String name, ModelRule rule, String provider, String region) {
    return new ModelUnwrap(name, rule, provider, region, false);
  }
}
