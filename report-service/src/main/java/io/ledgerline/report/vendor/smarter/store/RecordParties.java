package io.ledgerline.report.vendor.smarter.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;

/** The account and the user of a record: made where they are first named. */
final class RecordParties {
  private static final String ACCOUNT =
      "INSERT INTO smarter_account (tenant, number) VALUES ($1, $2) ON CONFLICT DO NOTHING";

  private static final String USER =
      """
      WITH made AS (
        INSERT INTO smarter_user (tenant, email) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id)
      SELECT id FROM made
      UNION ALL SELECT id FROM smarter_user WHERE tenant = $1 AND email = $2
      LIMIT 1""";

  private RecordParties() {}

  /** The user's number; the account is there, too. */
  static Uni<Long> of(SqlClient client, TenantId tenant, DailyRecordKey key) {
    return client
        .preparedQuery(ACCOUNT)
        .execute(Tuple.of(tenant.value(), key.account()))
        .chain(() -> user(client, tenant, key.user()));
  }

  /** Looks again where another call has made the user at this moment. */
  private static Uni<Long> user(SqlClient client, TenantId tenant, String email) {
    return client
        .preparedQuery(USER)
        .execute(Tuple.of(tenant.value(), email))
        .chain(
            rows ->
                rows.size() > 0
                    ? Uni.createFrom().item(rows.iterator().next().getLong(0))
                    : user(client, tenant, email));
  }
}
