package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A tenant's batches in the order of their numbers, in groups small enough to be read at once.
 *
 * @param tenant whose
 * @param filter what is asked for
 * @param watermark highest seal number that counts; null for everything that is committed
 * @param descending whether the newest come first
 * @param only numbers of the only batches to look at; null for any
 */
record BatchGroups(
    TenantId tenant, UsageFilter filter, Long watermark, boolean descending, Set<Long> only) {
  private static final int MOST_BATCHES = 5000;

  BatchGroups(TenantId tenant, UsageFilter filter, Long watermark, boolean descending) {
    this(tenant, filter, watermark, descending, null);
  }

  /** The same among a few batches only. */
  BatchGroups only(Set<Long> numbers) {
    return new BatchGroups(tenant, filter, watermark, descending, numbers);
  }

  /**
   * The next group.
   *
   * @param from number of the first batch that may be in it
   * @param rows about how many rows the group should have
   * @return empty at the end
   */
  List<BatchHeader> next(Connection connection, long from, int rows) throws SQLException {
    if (only != null && only.isEmpty()) {
      return List.of();
    }
    Span span =
        new Span(filter.from(), filter.to(), watermark == null ? Long.MAX_VALUE : watermark);
    String query =
        "SELECT "
            + BatchHeader.COLUMNS
            + " FROM batch b WHERE b.tenant = ? AND b.batch_no "
            + (descending ? "<=" : ">=")
            + " ? AND "
            + (watermark == null ? "true" : span.touchedBatches())
            + (only == null ? "" : " AND b.batch_no IN (" + list(only) + ")")
            + (filter.batch() == null ? "" : " AND b.id = ?")
            + " ORDER BY b.batch_no "
            + (descending ? "DESC" : "ASC")
            + " LIMIT "
            + MOST_BATCHES;
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, tenant.value());
      statement.setLong(2, from);
      if (filter.batch() != null) {
        statement.setObject(3, filter.batch());
      }
      List<BatchHeader> found = BatchHeader.list(statement);
      int count = 0;
      for (int i = 0; i < found.size(); i++) {
        count += found.get(i).events();
        if (count >= rows) {
          return found.subList(0, i + 1);
        }
      }
      return found;
    }
  }

  private static String list(Set<Long> numbers) {
    return numbers.stream().map(Object::toString).collect(Collectors.joining(","));
  }
}
