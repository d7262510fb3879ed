package io.ledgerline.report.vendor.vergeos.store;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.ledgerline.report.vendor.vergeos.query.Order;
import io.ledgerline.report.vendor.vergeos.query.RecordQuery;
import io.ledgerline.report.vendor.vergeos.query.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Finds billing records. */
@ApplicationScoped
public class RecordStore {
  /** Records read at once: a list without a limit never stands in memory as a whole. */
  private static final int PAGE = 1_000;

  private final Pool database;

  RecordStore(Pool database) {
    this.database = database;
  }

  /**
   * One record's fields by name.
   *
   * @param scope what of the tenant is seen; null for all
   * @return null when nothing of a record of that number is seen
   */
  public Uni<Map<String, Object>> find(
      TenantId tenant, AccessScope scope, long key, List<RecordField> fields) {
    Sql sql =
        RecordParts.from(new Sql("SELECT " + columns(fields)), tenant, scope)
            .text(" AND key = ")
            .value(key);
    return database
        .preparedQuery(sql.text())
        .execute(Tuple.from(sql.values()))
        .map(rows -> rows.size() == 0 ? null : RecordRow.shown(rows.iterator().next(), fields));
  }

  /**
   * Records in pages, each read only when the one before was taken; none is empty. Records that are
   * made meanwhile may be among them, none is there twice.
   *
   * @param scope what of the tenant is seen; null for all
   */
  public Multi<List<Map<String, Object>>> list(
      TenantId tenant, AccessScope scope, RecordQuery query) {
    AtomicReference<Place> place = new AtomicReference<>(new Place(null, query.limit()));
    return Multi.createBy()
        .repeating()
        .uni(() -> page(tenant, scope, query, place))
        .whilst(page -> !page.isEmpty())
        .filter(page -> !page.isEmpty());
  }

  /** Behind which values of the order to go on, and how many records may still come. */
  private record Place(List<Object> after, long left) {}

  private Uni<List<Map<String, Object>>> page(
      TenantId tenant, AccessScope scope, RecordQuery query, AtomicReference<Place> place) {
    Place at = place.get();
    long most = Math.min(PAGE, at.left());
    if (most == 0) {
      return Uni.createFrom().item(List.of());
    }
    Sql sql = statement(RecordParts.from(select(query), tenant, scope), query, at.after(), most);
    return database
        .preparedQuery(sql.text())
        .execute(Tuple.from(sql.values()))
        .map(
            rows -> {
              List<Map<String, Object>> page = new ArrayList<>(rows.size());
              Row last = null;
              for (Row row : rows) {
                page.add(RecordRow.shown(row, query.fields()));
                last = row;
              }
              long left = page.size() < most ? 0 : at.left() - most;
              place.set(new Place(last == null ? null : valuesOf(last, query.order()), left));
              return page;
            });
  }

  private static Sql select(RecordQuery query) {
    Set<RecordField> needed = new LinkedHashSet<>(query.fields());
    query.order().terms().forEach(term -> needed.add(term.field()));
    return new Sql("SELECT " + columns(needed));
  }

  private static Sql statement(Sql sql, RecordQuery query, List<Object> after, long most) {
    if (query.filter() != null) {
      sql.text(" AND ").condition(query.filter());
    }
    if (after != null) {
      sql.text(" AND ").behind(query.order(), after);
    }
    sql.order(query.order()).text(" LIMIT ").value(most);
    return after == null && query.offset() > 0 ? sql.text(" OFFSET ").value(query.offset()) : sql;
  }

  private static List<Object> valuesOf(Row row, Order order) {
    return order.terms().stream().map(term -> row.getValue(term.field().column())).toList();
  }

  private static String columns(Iterable<RecordField> fields) {
    List<String> columns = new ArrayList<>();
    fields.forEach(field -> columns.add(field.column()));
    return columns.stream().collect(Collectors.joining(", "));
  }
}
