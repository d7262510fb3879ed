package io.ledgerline.report.audit.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AuditRecorded;
import io.ledgerline.contracts.message.AuditRecorded.Outcome;
import io.ledgerline.platform.audit.AuditSink;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.audit.AuditQuery;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** The audit log, in table {@code audit_event}. */
@ApplicationScoped
public class AuditLog implements AuditSink {
  private static final int PAGE = 1_000;

  private static final String INSERT =
      "INSERT INTO audit_event (id, at, tenant, service, actor, action, object, outcome, status,"
          + " remote_address, calls) SELECT * FROM unnest($1::uuid[], $2::timestamptz[],"
          + " $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int[],"
          + " $10::text[], $11::bigint[]) ON CONFLICT (id) DO NOTHING";
  private static final String SELECT =
      "SELECT id, at, tenant, service, actor, action, object, outcome, status, remote_address,"
          + " calls FROM audit_event WHERE tenant = $1"
          + " AND ($2::timestamptz IS NULL OR at >= $2) AND ($3::timestamptz IS NULL OR at < $3)"
          + " AND ($4::text IS NULL OR actor LIKE $4) AND ($5::text IS NULL OR action LIKE $5)"
          + " AND ($6::text IS NULL OR object LIKE $6) AND ($7::text IS NULL OR outcome = $7)"
          + " AND ($8::text IS NULL OR service = $8)"
          + " AND ($9::timestamptz IS NULL OR (at, id) < ($9, $10::uuid))"
          + " ORDER BY at DESC, id DESC LIMIT $11";

  private final Pool database;
  private final SchemaMigration schema;

  AuditLog(Pool database, SchemaMigration schema) {
    this.database = database;
    this.schema = schema;
  }

  @Override
  public Uni<Void> keep(List<AuditRecorded> records) {
    if (!schema.isReady()) {
      return Uni.createFrom().failure(new IllegalStateException("the tables are not there yet"));
    }
    Tuple columns =
        Tuple.tuple()
            .addArrayOfUUID(Columns.uuids(records.stream().map(AuditRecorded::id).toList()))
            .addArrayOfOffsetDateTime(Columns.utc(records.stream().map(AuditRecorded::at).toList()))
            .addArrayOfString(texts(records, AuditRecorded::tenant))
            .addArrayOfString(texts(records, AuditRecorded::service))
            .addArrayOfString(texts(records, AuditRecorded::actor))
            .addArrayOfString(texts(records, AuditRecorded::action))
            .addArrayOfString(texts(records, AuditRecorded::object))
            .addArrayOfString(texts(records, AuditRecorded::outcome))
            .addArrayOfInteger(records.stream().map(AuditRecorded::status).toArray(Integer[]::new))
            .addArrayOfString(texts(records, AuditRecorded::remoteAddress))
            .addArrayOfLong(records.stream().map(AuditRecorded::count).toArray(Long[]::new));
    return database.preparedQuery(INSERT).execute(columns).replaceWithVoid();
  }

  /**
   * A tenant's records, the newest first.
   *
   * @param after where the page before ended; null for the first
   */
  public Uni<List<AuditRecorded>> page(
      TenantId tenant, AuditQuery query, AuditQuery.Place after, int limit) {
    Tuple values =
        Tuple.tuple()
            .addString(tenant.value())
            .addOffsetDateTime(Columns.utc(query.from()))
            .addOffsetDateTime(Columns.utc(query.to()))
            .addString(pattern(query.actor()))
            .addString(pattern(query.action()))
            .addString(pattern(query.object()))
            .addString(query.outcome() == null ? null : query.outcome().name())
            .addString(query.service())
            .addOffsetDateTime(after == null ? null : Columns.utc(after.at()))
            .addUUID(after == null ? null : after.id())
            .addInteger(limit);
    return database
        .preparedQuery(SELECT)
        .execute(values)
        .map(rows -> rows.stream().map(AuditLog::read).toList());
  }

  /** All of them, the newest first; memory does not grow with their number. */
  public Multi<AuditRecorded> all(TenantId tenant, AuditQuery query) {
    return Multi.createBy()
        .repeating()
        .uni(
            AtomicReference<AuditQuery.Place>::new,
            after -> page(tenant, query, after.get(), PAGE).invoke(page -> move(after, page)))
        .whilst(page -> page.size() == PAGE)
        .onItem()
        .disjoint();
  }

  private static void move(AtomicReference<AuditQuery.Place> after, List<AuditRecorded> page) {
    if (!page.isEmpty()) {
      after.set(new AuditQuery.Place(page.getLast().at(), page.getLast().id()));
    }
  }

  private static String pattern(String text) {
    if (text == null) {
      return null;
    }
    boolean beginning = text.endsWith("*");
    String plain = beginning ? text.substring(0, text.length() - 1) : text;
    String escaped = plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return beginning ? escaped + "%" : escaped;
  }

  private static String[] texts(List<AuditRecorded> records, Function<AuditRecorded, ?> column) {
    return Columns.texts(records.stream().map(column).toList());
  }

  private static AuditRecorded read(Row row) {
    return new AuditRecorded(
        row.getUUID("id"),
        Columns.instant(row, "at"),
        new TenantId(row.getString("tenant")),
        row.getString("service"),
        row.getString("actor"),
        row.getString("action"),
        row.getString("object"),
        Outcome.valueOf(row.getString("outcome")),
        row.getInteger("status"),
        row.getString("remote_address"),
        row.getLong("calls"));
  }
}
