package io.ledgerline.report.vendor.vergeos.store;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;

/** Notes which records were reported. */
@ApplicationScoped
public class SentRecords {
  /**
   * A record is sent when the periods of delivered capacity runs cover its span together; the time
   * is that of the last delivery needed for it.
   */
  private static final String NOTE =
      """
      WITH delivered AS (
        SELECT r.tenant, tstzrange(r.period_from, r.period_to, '[]') AS span,
          min(d.updated_at) AS at
        FROM report_run r JOIN run_delivery d ON d.run_id = r.id AND d.tenant = r.tenant
        WHERE r.kind = 'capacity' AND r.state = 'COMPLETED' AND d.state = 'DELIVERED'
          AND EXISTS (SELECT FROM vergeos_record v WHERE v.tenant = r.tenant AND v.sent = 0)
        GROUP BY r.id),
      covered AS (SELECT tenant, range_agg(span) AS spans FROM delivered GROUP BY tenant)
      UPDATE vergeos_record v
      SET sent = (
        SELECT ceil(extract(epoch FROM max(d.at)))::bigint FROM delivered d
        WHERE d.tenant = v.tenant
          AND d.span && tstzrange(to_timestamp(v.from_at), to_timestamp(v.to_at), '[]'))
      FROM covered c
      WHERE c.tenant = v.tenant AND v.sent = 0
        AND c.spans @> tstzrange(to_timestamp(v.from_at), to_timestamp(v.to_at), '[]')""";

  private final Pool database;

  SentRecords(Pool database) {
    this.database = database;
  }

  /** Notes it; returns for how many. */
  public Uni<Integer> note() {
    return database.query(NOTE).execute().map(rows -> rows.rowCount());
  }
}
