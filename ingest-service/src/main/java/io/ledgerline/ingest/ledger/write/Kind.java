package io.ledgerline.ingest.ledger.write;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Origin;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.contracts.usage.ServiceUse;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.contracts.usage.UsageEvent;
import java.util.List;
import java.util.Objects;

/**
 * All of an event that repeats from event to event.
 *
 * @param tenant whose usage
 * @param source who says so
 * @param origin where it came from
 * @param service what was used
 * @param priceClass what its price depends on
 * @param meters which meters it carries, sorted
 */
record Kind(
    TenantId tenant,
    SourceName source,
    Origin origin,
    ServiceUse service,
    PriceClass priceClass,
    List<MeterName> meters) {
  private static final int FACTOR = 0x01000193;

  static Kind of(TenantId tenant, UsageEvent event) {
    return new Kind(
        tenant,
        event.identity().source(),
        event.origin(),
        event.service(),
        event.priceClass(),
        event.quantities().meters());
  }

  /** The dimensions that rollups see. */
  Dimensions dimensions(PrincipalId principal) {
    return new Dimensions(
        origin.sourceAccount(),
        principal,
        origin.workspace(),
        origin.project(),
        service.provider(),
        service.model(),
        service.region(),
        service.operation(),
        priceClass);
  }

  /** The same, whether by the same objects, as mostly, or by others. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Kind kind
        && Objects.equals(origin, kind.origin)
        && Objects.equals(service, kind.service)
        && source.equals(kind.source)
        && meters.equals(kind.meters)
        && priceClass.equals(kind.priceClass)
        && tenant.equals(kind.tenant);
  }

  /** Spreads better than a record's own: accounts and models often differ in one digit only. */
  @Override
  public int hashCode() {
    int hash = origin.sourceAccount().hashCode();
    hash = hash * FACTOR + (origin.principal() == null ? 0 : origin.principal().hashCode());
    hash = hash * FACTOR + (origin.project() == null ? 0 : origin.project().hashCode());
    hash = hash * FACTOR + (service.model() == null ? 0 : service.model().hashCode());
    hash = hash * FACTOR + (service.operation() == null ? 0 : service.operation().hashCode());
    hash = hash * FACTOR + source.value().hashCode();
    return hash * FACTOR + meters.size();
  }
}
