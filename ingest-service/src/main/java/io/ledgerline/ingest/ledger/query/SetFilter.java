package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.AccountSight;
import io.ledgerline.ingest.ledger.batch.EventIdText;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which dimension sets are asked for. Found once: words are never changed, and sets that are made
 * later belong to rows behind the watermark.
 *
 * @param ids numbers of the sets; null when all are
 */
record SetFilter(BitSet ids) {
  /** So many numbers may stand in a condition; more are looked up row by row. */
  private static final int MOST_IN_CONDITION = 1000;

  private static final int FETCH = 10_000;

  static SetFilter of(Connection connection, TenantId tenant, UsageFilter filter)
      throws SQLException {
    if (!filter.hasWords()) {
      return new SetFilter(null);
    }
    StringBuilder query = new StringBuilder("SELECT d.id FROM dimension_set d WHERE d.tenant = ?");
    List<Object> values = new ArrayList<>(List.of(tenant.value()));
    add(query, values, " AND d.source_account = ?", filter.sourceAccount());
    add(query, values, " AND d.model = ?", filter.model());
    add(query, values, " AND d.provider = ?", filter.provider());
    add(query, values, " AND d.operation = ?", filter.operation());
    if (filter.source() != null) {
      query.append(" AND d.source_id = (SELECT id FROM source WHERE tenant = ? AND name = ?)");
      values.addAll(List.of(tenant.value(), filter.source()));
    }
    if (filter.principal() != null) {
      query.append(
          " AND d.principal_id IN (SELECT id FROM principal WHERE tenant = ? AND"
              + " (name = ? OR id = ?))");
      values.addAll(List.of(tenant.value(), filter.principal(), surrogate(filter.principal())));
    }
    if (filter.scope() != null) {
      query.append(" AND ").append(AccountSight.condition("d.source_account", "?", "?", "?"));
      Array whole = connection.createArrayOf("text", AccountSight.whole(filter.scope()));
      values.addAll(List.of(whole, whole));
      values.add(connection.createArrayOf("text", AccountSight.beginnings(filter.scope())));
    }
    BitSet ids = new BitSet();
    try (PreparedStatement statement = connection.prepareStatement(query.toString())) {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          ids.set(rows.getInt(1));
        }
      }
    }
    return new SetFilter(ids);
  }

  /** Whether nothing can match. */
  boolean isNone() {
    return ids != null && ids.isEmpty();
  }

  /** Whether rows of a set are asked for. */
  boolean matches(int setId) {
    return ids == null || setId >= 0 && ids.get(setId);
  }

  /** A condition on {@code ledger_event e} that spares reading others; {@code true} for none. */
  String condition() {
    return ids == null || ids.cardinality() > MOST_IN_CONDITION
        ? "true"
        : ids.stream()
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "e.dimension_set_id IN (", ")"));
  }

  private static void add(StringBuilder query, List<Object> values, String clause, String value) {
    if (value != null) {
      query.append(clause);
      values.add(value);
    }
  }

  /** A surrogate as written, or one that nobody has. */
  private static UUID surrogate(String principal) {
    return EventIdText.asUuid(principal).orElse(new UUID(0, 0));
  }
}
