package io.ledgerline.report.vendor.vergeos.store;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.ledgerline.report.vendor.vergeos.RecordPart;
import io.ledgerline.report.vendor.vergeos.query.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/** Whose records are: what callers see who see only a part of the tenant. */
final class RecordParts {
  private static final String ADD =
      "INSERT INTO vergeos_part (tenant, key, source_account, cost_centres, numbers, resources,"
          + " workload_datapoints, storage_datapoints) VALUES ($1, $2, $3, $4, $5::text::numeric[],"
          + " $6::text::numeric, $7, $8)";
  private static final int PLACES = 12;
  private static final String SEEN = seen();

  private RecordParts() {}

  /** Adds a record's parts. */
  static Uni<Void> add(SqlClient client, TenantId tenant, long key, List<RecordPart> parts) {
    if (parts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    List<Tuple> rows = parts.stream().map(part -> row(tenant, key, part)).toList();
    return client.preparedQuery(ADD).executeBatch(rows).replaceWithVoid();
  }

  private static Tuple row(TenantId tenant, long key, RecordPart part) {
    StringJoiner numbers = new StringJoiner(",", "{", "}");
    RecordField.MEASURED.forEach(
        field -> numbers.add(text(part.values().getOrDefault(field, BigDecimal.ZERO))));
    return Tuple.of(tenant.value(), key, part.owner().account())
        .addArrayOfString(part.owner().costCentres().toArray(String[]::new))
        .addString(numbers.toString())
        .addString(text(part.resources()))
        .addLong(part.workload())
        .addLong(part.storage());
  }

  private static String text(BigDecimal number) {
    return number.setScale(PLACES, RoundingMode.HALF_UP).toPlainString();
  }

  /**
   * Adds the records that are seen, each with what of it is seen, and the condition that they are a
   * tenant's.
   *
   * @param scope null for the whole tenant
   */
  static Sql from(Sql sql, TenantId tenant, AccessScope scope) {
    if (scope == null) {
      return sql.text(" FROM vergeos_record WHERE tenant = ").value(tenant.value());
    }
    return sql.text(" FROM (" + SEEN)
        .value(tenant.value())
        .text(" AND (p.source_account = ANY(")
        .value(scope.wholeAccounts().toArray(String[]::new))
        .text(") OR EXISTS (SELECT FROM unnest(")
        .value(scope.accountBeginnings().toArray(String[]::new))
        .text(") AS b WHERE starts_with(p.source_account, b)) OR p.cost_centres && ")
        .value(scope.costCentres().toArray(String[]::new))
        .text(") GROUP BY r.tenant, r.key) AS seen WHERE tenant = ")
        .value(tenant.value());
  }

  private static String seen() {
    StringJoiner columns = new StringJoiner(", ");
    columns.add("r.tenant");
    Arrays.stream(RecordField.values()).forEach(field -> columns.add(column(field)));
    return "SELECT "
        + columns
        + " FROM vergeos_record r JOIN vergeos_part p ON p.tenant = r.tenant AND p.key = r.key"
        + " WHERE r.tenant = ";
  }

  private static String column(RecordField field) {
    int place = RecordField.MEASURED.indexOf(field) + 1;
    if (place > 0) {
      String sum = "sum(p.numbers[" + place + "])";
      String value = field.isPercentage() ? sum + " / nullif(sum(p.resources), 0)" : sum;
      return "coalesce(round(round(%s, 6)), 0)::bigint AS %s".formatted(value, field.column());
    }
    return field == RecordField.WORKLOAD_DATAPOINTS || field == RecordField.STORAGE_DATAPOINTS
        ? "sum(p.%1$s)::bigint AS %1$s".formatted(field.column())
        : "r." + field.column();
  }
}
