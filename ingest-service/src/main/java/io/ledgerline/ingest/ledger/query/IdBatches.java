package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.batch.EventIdText;
import io.ledgerline.ingest.ledger.canon.CanonicalForm;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Finds the batches that hold an event of a given id, by the key table: it says in which second of
 * charge time to look. Where the rows stand that correct the event is noted with the corrections.
 */
final class IdBatches {
  private static final String SOURCES =
      "SELECT name FROM source WHERE tenant = ? AND (?::text IS NULL OR name = ?)";

  private static final String SECONDS =
      """
      SELECT DISTINCT timestamptz '2000-01-01T00:00:00Z' + charge_second * interval '1 second'
      FROM event_key WHERE identity = ANY (?)""";

  private static final String AT_SECOND =
      """
      SELECT DISTINCT e.batch_no FROM ledger_event e
      WHERE e.charge_time >= ? AND e.charge_time < ?::timestamptz + interval '1 second'
        AND (e.id_text = ? OR e.id_uuid = ?)""";

  private static final String CORRECTED =
      """
      SELECT batch_no, reversal_batch_no FROM corrected_event WHERE identity = ANY (?)
      UNION
      SELECT batch_no, batch_no FROM event_version
      WHERE identity = ANY (?) AND batch_no IS NOT NULL""";

  private static final String AMONG =
      """
      SELECT DISTINCT e.batch_no FROM ledger_event e
      WHERE e.batch_no = ANY (?) AND (e.id_text = ? OR e.id_uuid = ?)""";

  private IdBatches() {}

  /** Numbers of the batches, the tenant's own and perhaps others'. */
  static Set<Long> find(Connection connection, TenantId tenant, UsageFilter filter)
      throws SQLException {
    UUID[] identities = identities(connection, tenant, filter);
    Set<Long> found = new TreeSet<>();
    for (Object second : column(connection, SECONDS, (Object) identities)) {
      numbers(found, connection, AT_SECOND, second, second, filter.id(), uuid(filter.id()));
    }
    Set<Long> corrected = new TreeSet<>();
    try (PreparedStatement statement = connection.prepareStatement(CORRECTED)) {
      statement.setArray(1, connection.createArrayOf("uuid", identities));
      statement.setArray(2, connection.createArrayOf("uuid", identities));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          corrected.add(rows.getLong(1));
          corrected.add(rows.getLong(2));
        }
      }
    }
    if (!corrected.isEmpty()) {
      numbers(
          found, connection, AMONG, corrected.toArray(Long[]::new), filter.id(), uuid(filter.id()));
    }
    return found;
  }

  private static UUID[] identities(Connection connection, TenantId tenant, UsageFilter filter)
      throws SQLException {
    CanonicalForm form = new CanonicalForm();
    List<UUID> identities = new ArrayList<>();
    for (Object source :
        column(connection, SOURCES, tenant.value(), filter.source(), filter.source())) {
      identities.add(
          form.identity(tenant, new EventIdentity(new SourceName((String) source), filter.id())));
    }
    return identities.toArray(UUID[]::new);
  }

  private static void numbers(
      Set<Long> found, Connection connection, String query, Object... values) throws SQLException {
    column(connection, query, values).forEach(number -> found.add((Long) number));
  }

  private static List<Object> column(Connection connection, String query, Object... values)
      throws SQLException {
    List<Object> column = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        if (values[i] instanceof UUID[] uuids) {
          statement.setArray(i + 1, connection.createArrayOf("uuid", uuids));
        } else if (values[i] instanceof Long[] numbers) {
          statement.setArray(i + 1, connection.createArrayOf("bigint", numbers));
        } else {
          statement.setObject(i + 1, values[i]);
        }
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          column.add(rows.getObject(1));
        }
      }
    }
    return column;
  }

  /** The UUID that the id spells, or one that no row has in that column. */
  private static UUID uuid(String id) {
    return EventIdText.asUuid(id).orElse(null);
  }
}
