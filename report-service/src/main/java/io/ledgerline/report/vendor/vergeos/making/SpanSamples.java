package io.ledgerline.report.vendor.vergeos.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.vendor.vergeos.CapacitySample;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Where capacity samples are. Blocking: for virtual threads. */
public interface SpanSamples {
  /** Hands on those with a time of the span, {@code to} excluded. */
  void read(TenantId tenant, Instant from, Instant to, Consumer<CapacitySample> taker);

  /** Where resources stand at an instant, by their last samples as far as they hold. */
  List<CapacitySample> at(TenantId tenant, Instant instant);

  /** The tenants that have such samples of the span. */
  List<TenantId> tenants(Instant from, Instant to);
}
