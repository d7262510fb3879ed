package io.ledgerline.report.terms.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.terms.ContractMatch;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Whose price it is and for which usage, as bodies name it; what is left out means any.
 *
 * @param sourceAccount the account at the source; this, the cost centre, or both
 * @param costCentre code of the cost centre that pays
 * @param provider in any spelling
 * @param model a name, or a pattern with {@code *}
 * @param modelMatch {@code exact}, {@code alias}, {@code pattern} or {@code any}; when left out,
 *     {@code any} without a model, {@code pattern} with a {@code *}, else {@code alias}
 * @param region where
 * @param operation what was called
 * @param meter what is counted; required
 * @param priceClass what the request must have
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ContractMatchBody(
    String sourceAccount,
    String costCentre,
    String provider,
    String model,
    String modelMatch,
    String region,
    String operation,
    String meter,
    Map<String, String> priceClass) {
  ContractMatch match() {
    return new ContractMatch(
        sourceAccount,
        costCentre,
        new PriceMatch(
            provider,
            new ModelSelector(kind(), model),
            region,
            operation,
            meterName(),
            PriceClass.of(priceClass)));
  }

  static ContractMatchBody of(ContractMatch contract) {
    PriceMatch match = contract.match();
    return new ContractMatchBody(
        contract.sourceAccount(),
        contract.costCentre(),
        match.provider(),
        match.model().text(),
        match.model().kind().name().toLowerCase(Locale.ROOT),
        match.region(),
        match.operation(),
        match.meter().value(),
        match.priceClass().values());
  }

  private ModelSelector.Kind kind() {
    if (modelMatch == null) {
      boolean pattern = model != null && model.indexOf('*') >= 0;
      ModelSelector.Kind named = pattern ? ModelSelector.Kind.PATTERN : ModelSelector.Kind.ALIAS;
      return model == null ? ModelSelector.Kind.ANY : named;
    }
    return Arrays.stream(ModelSelector.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(modelMatch))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "modelMatch",
                    "unknown-model-match",
                    "'modelMatch' is exact, alias, pattern or any."));
  }

  private MeterName meterName() {
    try {
      return new MeterName(meter);
    } catch (InvalidValueException e) {
      throw new InvalidValueException("meter", e.code(), e.detail());
    }
  }
}
