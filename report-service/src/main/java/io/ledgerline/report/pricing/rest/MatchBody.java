package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Which usage a price is for.
 *
 * @param provider absent for any
 * @param model a name, or a pattern with {@code *}; absent for any model
 * @param modelKind {@code exact}, {@code alias}, {@code pattern} or {@code any}; absent for what
 *     the model looks like: a pattern when it has a {@code *}, else an alias
 * @param region absent for any
 * @param operation absent for any
 * @param meter what is counted
 * @param priceClass what the request must have
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchBody(
    String provider,
    String model,
    String modelKind,
    String region,
    String operation,
    String meter,
    Map<String, String> priceClass) {
  PriceMatch match() {
    if (meter == null) {
      throw new InvalidValueException("meter", "missing", "'meter' is required.");
    }
    return new PriceMatch(
        provider,
        selector(),
        region,
        operation,
        meterName(),
        PriceClass.of(priceClass == null ? Map.of() : priceClass));
  }

  static MatchBody of(PriceMatch match) {
    return new MatchBody(
        match.provider(),
        match.model().text(),
        text(match.model().kind()),
        match.region(),
        match.operation(),
        match.meter().value(),
        match.priceClass().values());
  }

  private MeterName meterName() {
    try {
      return new MeterName(meter);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("meter", e.code(), e.detail());
    }
  }

  private ModelSelector selector() {
    return new ModelSelector(kind(), model);
  }

  private ModelSelector.Kind kind() {
    if (modelKind == null) {
      if (model == null) {
        return ModelSelector.Kind.ANY;
      }
      return model.indexOf('*') >= 0 ? ModelSelector.Kind.PATTERN : ModelSelector.Kind.ALIAS;
    }
    return Arrays.stream(ModelSelector.Kind.values())
        .filter(kind -> text(kind).equals(modelKind.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "modelKind", "unknown-value", "'modelKind' is exact, alias, pattern or any."));
  }

  private static String text(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
