package io.ledgerline.report.pricing;

import io.ledgerline.contracts.usage.PriceClass;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The size of a request (all its input tokens, cached ones too) picks one price for all of it.
 *
 * @param bands of the request's size in tokens; every limit is a step of the {@code ContextLadder}
 */
public record RequestSizeRate(Bands bands) implements Rate {
  /** The entry of a price class that tells the request's size: the highest step below it. */
  public static final String CONTEXT = "context";

  private static final Pattern STEP = Pattern.compile("\\d{1,9}k");
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  /** Checks that the bands are there. */
  public RequestSizeRate {
    Objects.requireNonNull(bands, "bands");
  }

  /**
   * The price of a unit for a request of this class; a class without {@code context} is below the
   * first step. Empty when it names something that is no step.
   */
  public Optional<BigDecimal> price(PriceClass priceClass) {
    String step = priceClass.values().get(CONTEXT);
    if (step == null) {
      return Optional.of(bands.list().getFirst().price());
    }
    if (!STEP.matcher(step).matches()) {
      return Optional.empty();
    }
    BigDecimal above = new BigDecimal(step.substring(0, step.length() - 1)).multiply(THOUSAND);
    return Optional.of(bands.of(above.add(BigDecimal.ONE)).price());
  }
}
