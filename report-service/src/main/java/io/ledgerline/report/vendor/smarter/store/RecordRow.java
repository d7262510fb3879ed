package io.ledgerline.report.vendor.smarter.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.vendor.smarter.DailyRecord;
import io.ledgerline.report.vendor.smarter.Seen;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** Records as rows. */
final class RecordRow {
  /** What a caller sees, $1 to $3. */
  static final String SELECT =
      """
      SELECT r.id, r.account, u.email, r.provider, r.charge_type, r.date, r.charges, r.created_at,
        r.updated_at, r.entered_prompt + r.charged_prompt AS prompt,
        r.entered_completion + r.charged_completion AS completion
      FROM daily_billing_record r JOIN smarter_user u ON u.id = r.user_id
      WHERE r.tenant = $1
        AND ($2::text[] IS NULL OR r.account = ANY ($2)
          OR EXISTS (SELECT FROM unnest($3::text[]) b WHERE starts_with(r.account, b)))""";

  private RecordRow() {}

  static Tuple seen(Seen seen) {
    return Tuple.tuple()
        .addString(seen.tenant().value())
        .addArrayOfString(seen.accounts() == null ? null : Columns.texts(seen.accounts()))
        .addArrayOfString(seen.beginnings() == null ? null : Columns.texts(seen.beginnings()));
  }

  /** What a record is of, as columns. */
  static Tuple key(TenantId tenant, long user, DailyRecordKey key) {
    return Tuple.tuple()
        .addString(tenant.value())
        .addString(key.account())
        .addLong(user)
        .addString(key.provider())
        .addString(key.chargeType())
        .addLocalDate(key.day());
  }

  static List<DailyRecord> all(RowSet<Row> rows) {
    List<DailyRecord> records = new ArrayList<>(rows.size());
    rows.forEach(row -> records.add(read(row)));
    return records;
  }

  static DailyRecord read(Row row) {
    return new DailyRecord(
        row.getLong("id"),
        new DailyRecordKey(
            row.getLocalDate("date"),
            row.getString("account"),
            row.getString("email"),
            row.getString("provider"),
            row.getString("charge_type")),
        new ChargeTokens(row.getLong("prompt"), row.getLong("completion")),
        row.getLong("charges"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"));
  }
}
