package io.ledgerline.ingest.ledger.retention.archive;

import io.ledgerline.contracts.Decimals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What rows add up to, by tenant.
 *
 * @param byTenant sorted by tenant
 */
@RegisterForReflection
record PartSums(SortedMap<String, Manifest.Sum> byTenant) {
  /** Nothing yet. */
  static PartSums none() {
    return new PartSums(new TreeMap<>());
  }

  void add(String tenant, RowLine row) {
    SortedMap<String, BigDecimal> signed = new TreeMap<>();
    BigDecimal sign = BigDecimal.valueOf(row.sign());
    row.quantities()
        .numbers()
        .forEach((meter, value) -> signed.put(meter, Decimals.normal(value.multiply(sign))));
    byTenant.merge(tenant, new Manifest.Sum(row.sign(), signed), Manifest.Sum::plus);
  }

  void add(PartSums other) {
    other.byTenant.forEach((tenant, sum) -> byTenant.merge(tenant, sum, Manifest.Sum::plus));
  }
}
