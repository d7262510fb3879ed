package io.ledgerline.report.vendor.vergeos.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.vendor.vergeos.BillingRecord;
import io.ledgerline.report.vendor.vergeos.Origin;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.ledgerline.report.vendor.vergeos.RecordPart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Adds records. A tenant's row is locked meanwhile, so that numbers have no gap and spans join up,
 * however many calls and replicas there are.
 */
@ApplicationScoped
public class MakingStore {
  private static final String ENTER =
      "INSERT INTO vergeos_tenant (tenant) VALUES ($1) ON CONFLICT DO NOTHING";
  private static final String STATE =
      "SELECT last_key, last_to, done_due, generated_key, generated_at FROM vergeos_tenant"
          + " WHERE tenant = $1";
  private static final String MOVE =
      """
      UPDATE vergeos_tenant SET last_key = greatest(last_key, $2), last_to = greatest(last_to, $3),
        done_due = greatest(done_due, $4), generated_key = coalesce($5, generated_key),
        generated_at = coalesce($6, generated_at)
      WHERE tenant = $1""";
  private static final String OF_CALL =
      "SELECT key FROM vergeos_record WHERE tenant = $1 AND call_key = $2";
  private static final String KNOWN =
      "SELECT " + RecordRow.COLUMNS + " FROM vergeos_record WHERE tenant = $1 AND key = $2";
  private static final String TENANTS = "SELECT tenant FROM vergeos_tenant ORDER BY tenant";

  private final Pool database;

  MakingStore(Pool database) {
    this.database = database;
  }

  /** The tenants that have or had a record made. */
  public Uni<List<TenantId>> tenants() {
    return database
        .query(TENANTS)
        .execute()
        .map(
            rows -> {
              List<TenantId> tenants = new ArrayList<>();
              rows.forEach(row -> tenants.add(new TenantId(row.getString("tenant"))));
              return tenants;
            });
  }

  /** How far a tenant is, without holding anybody up. */
  public Uni<TenantState> state(TenantId tenant) {
    return database.preparedQuery(STATE).execute(Tuple.of(tenant.value())).map(MakingStore::state);
  }

  /** The record that a call with this key made; null for none. */
  public Uni<Long> ofCall(TenantId tenant, String callKey) {
    return ofCall(database, tenant, callKey);
  }

  private static Uni<Long> ofCall(SqlClient client, TenantId tenant, String callKey) {
    return client
        .preparedQuery(OF_CALL)
        .execute(Tuple.of(tenant.value(), callKey))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getLong("key"));
  }

  /**
   * What becomes of a tenant that is locked.
   *
   * @param made the record to add; null for none
   * @param parts whose it is
   * @param due the hour that is done thereby, in seconds since 1970; null for none
   * @param callKey the Idempotency-Key of the call; null for none
   * @param askedAt when the call came; null when it was no call
   */
  public record Step(
      BillingRecord made, List<RecordPart> parts, Long due, String callKey, Instant askedAt) {}

  /**
   * Decides with the tenant locked, and adds what is decided.
   *
   * @param decide given how far the tenant is; null to leave all as it is
   * @return what was decided
   */
  public Uni<Step> step(TenantId tenant, Function<TenantState, Step> decide) {
    return database.withTransaction(
        tx ->
            tx.preparedQuery(ENTER)
                .execute(Tuple.of(tenant.value()))
                .chain(
                    () -> tx.preparedQuery(STATE + " FOR UPDATE").execute(Tuple.of(tenant.value())))
                .map(rows -> decide.apply(state(rows)))
                .call(
                    step -> step == null ? Uni.createFrom().voidItem() : apply(tx, tenant, step)));
  }

  private static Uni<Void> apply(SqlClient tx, TenantId tenant, Step step) {
    BillingRecord made = step.made();
    if (made == null) {
      return moved(tx, tenant, step);
    }
    return tx.preparedQuery(RecordRow.ADD)
        .execute(
            RecordRow.values(
                tenant.value(),
                made,
                made.origin() == Origin.HOURLY ? step.due() : null,
                step.callKey()))
        .chain(() -> RecordParts.add(tx, tenant, made.key(), step.parts()))
        .chain(() -> moved(tx, tenant, step));
  }

  private static Uni<Void> moved(SqlClient tx, TenantId tenant, Step step) {
    BillingRecord made = step.made();
    boolean asked = made != null && step.askedAt() != null;
    Tuple values =
        Tuple.of(tenant.value())
            .addLong(made == null ? 0L : made.key())
            .addLong(made == null ? 0L : made.number(RecordField.TO))
            .addLong(step.due() == null ? 0L : step.due())
            .addLong(asked ? made.key() : null)
            .addOffsetDateTime(asked ? Columns.utc(step.askedAt()) : null);
    return tx.preparedQuery(MOVE).execute(values).replaceWithVoid();
  }

  /**
   * Adds a record that was made elsewhere, under its own number.
   *
   * @param parts whose it is; empty when nobody said
   * @return null when it was added, else what is there under its number
   */
  public Uni<BillingRecord> bring(TenantId tenant, BillingRecord made, List<RecordPart> parts) {
    return database.withTransaction(
        tx ->
            tx.preparedQuery(ENTER)
                .execute(Tuple.of(tenant.value()))
                .chain(
                    () -> tx.preparedQuery(STATE + " FOR UPDATE").execute(Tuple.of(tenant.value())))
                .chain(
                    () ->
                        tx.preparedQuery(RecordRow.ADD)
                            .execute(RecordRow.values(tenant.value(), made, null, null)))
                .chain(
                    added ->
                        added.rowCount() == 1
                            ? RecordParts.add(tx, tenant, made.key(), parts)
                                .chain(
                                    () ->
                                        moved(tx, tenant, new Step(made, parts, null, null, null)))
                                .replaceWith((BillingRecord) null)
                            : tx.preparedQuery(KNOWN)
                                .execute(Tuple.of(tenant.value(), made.key()))
                                .map(rows -> RecordRow.read(rows.iterator().next()))));
  }

  private static TenantState state(RowSet<Row> rows) {
    if (rows.size() == 0) {
      return TenantState.NEW;
    }
    Row row = rows.iterator().next();
    return new TenantState(
        row.getLong("last_key"),
        row.getLong("last_to"),
        row.getLong("done_due"),
        row.getLong("generated_key"),
        Columns.instant(row, "generated_at"));
  }
}
