package io.ledgerline.report.gauge.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.store.BookTransaction;
import io.ledgerline.report.gauge.GapPolicy;
import io.ledgerline.report.gauge.Weighting;
import io.ledgerline.report.gauge.Weightings;
import io.ledgerline.report.meter.store.MeterStore;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How tenants have their gauges weighted. What was ever said stays, so that a report that is made
 * again is weighted as it was.
 */
@ApplicationScoped
public class WeightingStore {
  private static final String ADD =
      """
      INSERT INTO gauge_weighting (tenant, meter, carry_forward_seconds, gap, created_by,
        known_since)
      VALUES ($1, $2, $3, $4, $5, $6)""";

  private static final String KNOWN =
      """
      SELECT DISTINCT ON (meter) meter, carry_forward_seconds, gap FROM gauge_weighting
      WHERE tenant = $1 AND ($2::timestamptz IS NULL OR known_since <= $2)
      ORDER BY meter, known_since DESC, id DESC""";

  private final Pool database;
  private final MeterStore meters;

  WeightingStore(Pool database, MeterStore meters) {
    this.database = database;
    this.meters = meters;
  }

  /**
   * How a tenant's gauges are weighted.
   *
   * @param knownAt as was known then; null for now
   */
  public Uni<Weightings> of(TenantId tenant, Instant knownAt) {
    return meters
        .catalogue(tenant)
        .chain(
            catalogue ->
                database
                    .preparedQuery(KNOWN)
                    .execute(Tuple.of(tenant.value(), Columns.utc(knownAt)))
                    .map(
                        rows -> {
                          Map<MeterName, Weighting> own = new HashMap<>();
                          rows.forEach(
                              row ->
                                  own.put(
                                      new MeterName(row.getString("meter")),
                                      new Weighting(
                                          Duration.ofSeconds(row.getLong("carry_forward_seconds")),
                                          GapPolicy.of(row.getString("gap")))));
                          return new Weightings(catalogue.gauges(), own);
                        }));
  }

  /** Says how a gauge is weighted from now on, whatever period is looked at. */
  public Uni<Void> set(TenantId tenant, MeterName meter, Weighting weighting, String by) {
    return database.withTransaction(
        tx ->
            BookTransaction.within(tx, tenant)
                .chain(BookTransaction::later)
                .chain(
                    knownSince ->
                        tx.preparedQuery(ADD)
                            .execute(
                                Tuple.of(
                                        tenant.value(),
                                        meter.value(),
                                        weighting.carryForward().toSeconds())
                                    .addString(weighting.gap().wireName())
                                    .addString(by)
                                    .addOffsetDateTime(Columns.utc(knownSince))))
                .replaceWithVoid());
  }
}
