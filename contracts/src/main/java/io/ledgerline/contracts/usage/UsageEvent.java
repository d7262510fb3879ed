package io.ledgerline.contracts.usage;

import java.time.Instant;
import java.util.Objects;

/**
 * One fact as a source sends it. Tenant and receipt belong to the call that brought it, not to the
 * event.
 *
 * @param identity what makes it the same event
 * @param time when the usage happened; null when the source does not say, then the receipt of its
 *     first arrival counts
 * @param origin where it came from
 * @param service which service was used
 * @param priceClass what its price depends on besides model and meter
 * @param quantities how much, by meter
 * @param tags names and values for attribution
 * @param attributes further names and values, kept but never rolled up
 */
public record UsageEvent(
    EventIdentity identity,
    Instant time,
    Origin origin,
    ServiceUse service,
    PriceClass priceClass,
    Quantities quantities,
    Labels tags,
    Labels attributes) {
  /** Checks that all parts are there. */
  public UsageEvent {
    Objects.requireNonNull(identity, "identity");
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(priceClass, "priceClass");
    Objects.requireNonNull(quantities, "quantities");
    Objects.requireNonNull(tags, "tags");
    Objects.requireNonNull(attributes, "attributes");
  }

  /** When the usage counts: its own time, or {@code receipt} when it has none. */
  public Instant chargeTime(Instant receipt) {
    return time == null ? receipt : time;
  }
}
