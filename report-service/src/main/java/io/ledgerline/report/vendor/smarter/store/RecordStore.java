package io.ledgerline.report.vendor.smarter.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.vendor.smarter.DailyRecord;
import io.ledgerline.report.vendor.smarter.RecordFilter;
import io.ledgerline.report.vendor.smarter.Seen;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads records, and enters them by hand. */
@ApplicationScoped
public class RecordStore {
  private static final String LIST =
      RecordRow.SELECT
          + """
           AND ($4::text IS NULL OR r.account = $4)
           AND ($5::text IS NULL OR u.email = $5)
           AND ($6::text IS NULL OR r.provider = $6)
           AND ($7::text IS NULL OR r.charge_type = $7)
           AND ($8::date IS NULL OR r.date >= $8) AND ($9::date IS NULL OR r.date <= $9)
           AND ($10::date IS NULL OR (r.date, r.id) < ($10, $11))
          ORDER BY r.date DESC, r.id DESC LIMIT $12""";

  private static final String ONE = RecordRow.SELECT + " AND r.id = $4";

  private static final String NEXT =
      RecordRow.SELECT + " AND (r.date, r.id) > ($4, $5) ORDER BY r.date, r.id LIMIT 1";

  private static final String PREVIOUS =
      RecordRow.SELECT + " AND (r.date, r.id) < ($4, $5) ORDER BY r.date DESC, r.id DESC LIMIT 1";

  /** Callers that enter the same four parts wait for each other. */
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(chr(31), 'smarter', $1::text,"
          + " $2::text, $3::text, $4::text, $5::text), 0))";

  private static final String SAME_FOUR =
      """
      SELECT r.id FROM daily_billing_record r JOIN smarter_user u ON u.id = r.user_id
      WHERE r.tenant = $1 AND r.account = $2 AND u.email = $3 AND r.provider = $4 AND r.date = $5
      LIMIT 1""";

  /** What is entered is the difference to what the charges come to, so that late ones add to it. */
  private static final String PUT =
      """
      INSERT INTO daily_billing_record (tenant, account, user_id, provider, charge_type, date,
        entered_prompt, entered_completion, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)
      ON CONFLICT (tenant, account, user_id, provider, charge_type, date) DO UPDATE SET
        entered_prompt = excluded.entered_prompt - daily_billing_record.charged_prompt,
        entered_completion = excluded.entered_completion - daily_billing_record.charged_completion,
        updated_at = excluded.updated_at
      RETURNING id, xmax = 0 AS is_new""";

  private final Pool database;

  RecordStore(Pool database) {
    this.database = database;
  }

  /**
   * A record that was entered.
   *
   * @param id its number
   * @param isNew whether it was not there before
   */
  public record Entered(long id, boolean isNew) {}

  /** Records by day and number, the last first. */
  public Uni<List<DailyRecord>> list(Seen seen, RecordFilter filter, Cursor after, Limit limit) {
    return database
        .preparedQuery(LIST)
        .execute(
            RecordRow.seen(seen)
                .addString(filter.account())
                .addString(filter.user())
                .addString(filter.provider())
                .addString(filter.chargeType())
                .addLocalDate(filter.from())
                .addLocalDate(filter.to())
                .addLocalDate(after == null ? null : day(after))
                .addLong(after == null ? null : after.number(1))
                .addInteger(limit.plusOne()))
        .map(RecordRow::all);
  }

  /** One record; null when there is none. */
  public Uni<DailyRecord> find(Seen seen, long id) {
    return one(ONE, RecordRow.seen(seen).addLong(id));
  }

  /** The record behind this one by day and number; null when it is the last. */
  public Uni<DailyRecord> next(Seen seen, DailyRecord record) {
    return one(NEXT, RecordRow.seen(seen).addLocalDate(record.key().day()).addLong(record.id()));
  }

  /** The record before this one; null when it is the first. */
  public Uni<DailyRecord> previous(Seen seen, DailyRecord record) {
    return one(
        PREVIOUS, RecordRow.seen(seen).addLocalDate(record.key().day()).addLong(record.id()));
  }

  /**
   * Enters a record that must be new by account, user, provider and day.
   *
   * @return fails with {@link Conflict} when there is one, of whatever charge type
   */
  public Uni<Entered> create(
      TenantId tenant, DailyRecordKey key, ChargeTokens tokens, Instant now) {
    return database.withTransaction(
        connection ->
            lock(connection, tenant, key)
                .chain(() -> connection.preparedQuery(SAME_FOUR).execute(four(tenant, key)))
                .invoke(
                    found -> {
                      if (found.size() > 0) {
                        throw new Conflict(
                            "There is a record of this account, user, provider and day already.");
                      }
                    })
                .chain(() -> write(connection, tenant, key, tokens, now)));
  }

  /** Enters a record, or says of the one that is there how many tokens it has. */
  public Uni<Entered> put(TenantId tenant, DailyRecordKey key, ChargeTokens tokens, Instant now) {
    return database.withTransaction(
        connection ->
            lock(connection, tenant, key).chain(() -> write(connection, tenant, key, tokens, now)));
  }

  private static Uni<Void> lock(SqlConnection connection, TenantId tenant, DailyRecordKey key) {
    return connection
        .preparedQuery(LOCK)
        .execute(
            Tuple.of(
                tenant.value(), key.account(), key.user(), key.provider(), key.day().toString()))
        .replaceWithVoid();
  }

  private static Uni<Entered> write(
      SqlConnection connection,
      TenantId tenant,
      DailyRecordKey key,
      ChargeTokens tokens,
      Instant now) {
    return RecordParties.of(connection, tenant, key)
        .chain(
            user ->
                connection
                    .preparedQuery(PUT)
                    .execute(
                        RecordRow.key(tenant, user, key)
                            .addLong(tokens.prompt())
                            .addLong(tokens.completion())
                            .addOffsetDateTime(Columns.utc(now))))
        .map(rows -> rows.iterator().next())
        .map(row -> new Entered(row.getLong("id"), row.getBoolean("is_new")));
  }

  private Uni<DailyRecord> one(String query, Tuple values) {
    return database
        .preparedQuery(query)
        .execute(values)
        .map(rows -> rows.size() == 0 ? null : RecordRow.read(rows.iterator().next()));
  }

  private static Tuple four(TenantId tenant, DailyRecordKey key) {
    return Tuple.of(tenant.value(), key.account(), key.user(), key.provider(), key.day());
  }

  private static LocalDate day(Cursor cursor) {
    try {
      return LocalDate.parse(cursor.text(0));
    } catch (DateTimeParseException e) {
      throw InvalidRequest.field(
          "cursor", "unknown", "cursor must be the nextCursor of an earlier page of this list");
    }
  }
}
