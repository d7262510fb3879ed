package io.ledgerline.report.vendor.smarter.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.ledgerline.report.vendor.smarter.Aggregation;
import io.ledgerline.report.vendor.smarter.RecordRules;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Keeps what charges come to, and how far they were added up. */
@ApplicationScoped
public class AggregationStore {
  /** What was read of the ledger later stays; of what stays the same only the mark is moved. */
  private static final String WRITE =
      """
      INSERT INTO daily_billing_record AS r (tenant, account, user_id, provider, charge_type, date,
        charged_prompt, charged_completion, charges, watermark, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)
      ON CONFLICT (tenant, account, user_id, provider, charge_type, date) DO UPDATE SET
        charged_prompt = excluded.charged_prompt,
        charged_completion = excluded.charged_completion,
        charges = excluded.charges,
        watermark = excluded.watermark,
        updated_at = CASE
          WHEN (r.charged_prompt, r.charged_completion, r.charges)
            = (excluded.charged_prompt, excluded.charged_completion, excluded.charges)
          THEN r.updated_at ELSE excluded.updated_at END
      WHERE r.watermark <= excluded.watermark
      RETURNING r.updated_at = $11 AS changed""";

  private static final String PROGRESS =
      "SELECT watermark, held_days FROM smarter_progress WHERE tenant = $1";

  private static final String MOVE =
      """
      INSERT INTO smarter_progress AS p (tenant, watermark, held_days) VALUES ($1, $2, $3)
      ON CONFLICT (tenant) DO UPDATE SET watermark = excluded.watermark,
        held_days = excluded.held_days
      WHERE p.watermark <= excluded.watermark""";

  private static final String NOTE =
      """
      INSERT INTO smarter_aggregation (id, tenant, asked_by, started_at, finished_at,
        after_watermark, watermark, groups, changed, failed, failures)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb)""";

  private static final String LIST =
      """
      SELECT id, asked_by, started_at, finished_at, after_watermark, watermark, groups, changed,
        failed, failures::text AS failures
      FROM smarter_aggregation
      WHERE tenant = $1 AND ($2::timestamptz IS NULL OR (started_at, id::text) < ($2, $3))
      ORDER BY started_at DESC, id::text DESC LIMIT $4""";

  private static final TypeReference<List<Aggregation.Failure>> FAILURES = new TypeReference<>() {};

  private final Pool database;

  AggregationStore(Pool database) {
    this.database = database;
  }

  /**
   * How far charges were added up.
   *
   * @param watermark up to here
   * @param heldDays days with groups that could not be
   */
  public record Progress(long watermark, SortedSet<LocalDate> heldDays) {
    /** Copies. */
    public Progress {
      heldDays = new TreeSet<>(heldDays);
    }
  }

  /** How far a tenant's charges were added up. */
  public Uni<Progress> progress(TenantId tenant) {
    return database
        .preparedQuery(PROGRESS)
        .execute(Tuple.of(tenant.value()))
        .map(
            rows ->
                rows.size() == 0
                    ? new Progress(0, new TreeSet<>())
                    : progress(rows.iterator().next()));
  }

  /**
   * Says what a group of charges comes to at a watermark.
   *
   * @return whether a record is new or says something else now
   */
  public Uni<Boolean> write(TenantId tenant, RecordRules.Group group, long watermark, Instant now) {
    return RecordParties.of(database, tenant, group.key())
        .chain(
            user ->
                database
                    .preparedQuery(WRITE)
                    .execute(
                        RecordRow.key(tenant, user, group.key())
                            .addLong(group.tokens().prompt())
                            .addLong(group.tokens().completion())
                            .addLong(group.charges())
                            .addLong(watermark)
                            .addOffsetDateTime(Columns.utc(now))))
        .map(rows -> rows.size() > 0 && rows.iterator().next().getBoolean("changed"));
  }

  /** Notes how far charges were added up; what was noted of a later watermark stays. */
  public Uni<Void> move(TenantId tenant, long watermark, Collection<LocalDate> heldDays) {
    return database
        .preparedQuery(MOVE)
        .execute(
            Tuple.tuple()
                .addString(tenant.value())
                .addLong(watermark)
                .addArrayOfString(Columns.texts(new TreeSet<>(heldDays))))
        .replaceWithVoid();
  }

  /** Keeps what came of an adding up. */
  public Uni<Void> note(TenantId tenant, Aggregation run) {
    return database
        .preparedQuery(NOTE)
        .execute(
            Tuple.tuple()
                .addUUID(run.id())
                .addString(tenant.value())
                .addString(run.askedBy())
                .addOffsetDateTime(Columns.utc(run.startedAt()))
                .addOffsetDateTime(Columns.utc(run.finishedAt()))
                .addLong(run.after())
                .addLong(run.watermark())
                .addLong(run.groups())
                .addLong(run.changed())
                .addLong(run.failed())
                .addString(JsonColumns.write(run.failures())))
        .replaceWithVoid();
  }

  /** What came of a tenant's, the last first. */
  public Uni<List<Aggregation>> list(TenantId tenant, Cursor after, Limit limit) {
    return database
        .preparedQuery(LIST)
        .execute(
            Tuple.of(
                tenant.value(),
                after == null ? null : Columns.utc(after.instant(0)),
                after == null ? null : after.text(1),
                limit.plusOne()))
        .map(
            rows -> {
              List<Aggregation> all = new ArrayList<>(rows.size());
              rows.forEach(row -> all.add(aggregation(row)));
              return all;
            });
  }

  private static Progress progress(Row row) {
    SortedSet<LocalDate> days = new TreeSet<>();
    Arrays.stream(row.getArrayOfStrings("held_days")).map(LocalDate::parse).forEach(days::add);
    return new Progress(row.getLong("watermark"), days);
  }

  private static Aggregation aggregation(Row row) {
    return new Aggregation(
        row.getUUID("id"),
        row.getString("asked_by"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "finished_at"),
        row.getLong("after_watermark"),
        row.getLong("watermark"),
        row.getLong("groups"),
        row.getLong("changed"),
        row.getLong("failed"),
        JsonColumns.read(row.getString("failures"), FAILURES));
  }
}
