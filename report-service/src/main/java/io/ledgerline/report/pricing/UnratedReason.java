package io.ledgerline.report.pricing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why usage has no price. On the wire in lower case with hyphens, such as {@code no-price}. */
public enum UnratedReason {
  /** It names no model, and no price is for usage without one. */
  NO_MODEL,
  /** No price speaks of its model, by whatever name. */
  UNKNOWN_MODEL,
  /** Prices speak of its model, but none of this meter, class or time. */
  NO_PRICE,
  /** There was a price, and it was withdrawn. */
  WITHDRAWN,
  /** It names no provider, and several would have a price. */
  AMBIGUOUS_PROVIDER,
  /** Its price depends on the size of requests, and it states a size that is no step. */
  UNKNOWN_CONTEXT_BAND,
  /** It has a price, in a currency that has no rate to the one that is billed. */
  NO_EXCHANGE_RATE,
  /** It has a price by the hour, but its samples were not weighted by the time that they hold. */
  NOT_TIME_WEIGHTED,
  /** It is of a gauge, in hours in which no sample of a priced series held; told in hours. */
  NOT_COVERED;

  /** As it is told. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
