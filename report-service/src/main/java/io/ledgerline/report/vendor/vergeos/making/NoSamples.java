package io.ledgerline.report.vendor.vergeos.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.vendor.vergeos.CapacitySample;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Knows of no samples. */
@ApplicationScoped
@DefaultBean
class NoSamples implements SpanSamples {
  @Override
  public void read(TenantId tenant, Instant from, Instant to, Consumer<CapacitySample> taker) {}

  @Override
  public List<CapacitySample> at(TenantId tenant, Instant instant) {
    return List.of();
  }

  @Override
  public List<TenantId> tenants(Instant from, Instant to) {
    return List.of();
  }
}
