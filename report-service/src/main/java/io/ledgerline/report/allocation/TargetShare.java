package io.ledgerline.report.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;

/**
 * What a rule says of one target.
 *
 * @param target who
 * @param weight its fixed share; null where usage or evenness decides
 * @param minimum least charge for each time that is spread; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetShare(
    @JsonProperty("target") Target target,
    @JsonProperty("weight") BigDecimal weight,
    @JsonProperty("minimum") BigDecimal minimum) {
  private static final BigDecimal BELOW = new BigDecimal("1e12");
  private static final int MAX_DECIMALS = 12;

  /** Checks the numbers. */
  public TargetShare {
    if (target == null) {
      throw new InvalidValueException("target", "missing", "Each share names its 'target'.");
    }
    weight = number("weight", weight);
    minimum = number("minimum", minimum);
    minimum = minimum == null || minimum.signum() == 0 ? null : minimum;
  }

  private static BigDecimal number(String field, BigDecimal value) {
    if (value == null) {
      return null;
    }
    if (value.signum() < 0 || value.compareTo(BELOW) >= 0 || value.scale() > MAX_DECIMALS) {
      throw new InvalidValueException(
          field,
          "out-of-range",
          "'" + field + "' is 0 or more, below 10^12, with at most 12 digits after the point.");
    }
    return Decimals.normal(value);
  }
}
