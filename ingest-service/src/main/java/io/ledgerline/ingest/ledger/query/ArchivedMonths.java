package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Months whose rows were archived and dropped. Of them the ledger has what their batches keep:
 * headers with what was accepted, by quarter hour and account. It was held against the rows when
 * the archive was written.
 *
 * @param months those that a span touches
 */
record ArchivedMonths(SortedSet<YearMonth> months) {
  /** A month that is being detached has no partition any more, whatever is noted of it yet. */
  private static final String FIND =
      """
      SELECT m.month FROM ledger_month m
      WHERE m.state IN ('ARCHIVED', 'DETACHED', 'DROPPED') AND m.month <= ? AND m.month >= ?
        AND NOT EXISTS (SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
          WHERE i.inhparent = 'ledger_event'::regclass AND NOT i.inhdetachpending
            AND c.relname = 'ledger_event_' || to_char(m.month, 'YYYY_MM'))""";

  private static final int FETCH = 1000;

  /** Those of a span. To be asked after the rows were read: what goes in between is found here. */
  static ArchivedMonths of(Connection connection, Span span) throws SQLException {
    SortedSet<YearMonth> months = new TreeSet<>();
    try (PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setObject(1, month(span.to().minusNanos(1)).atDay(1));
      statement.setObject(2, month(span.from()).atDay(1));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          months.add(YearMonth.from(rows.getObject(1, LocalDate.class)));
        }
      }
    }
    return new ArchivedMonths(months);
  }

  boolean isEmpty() {
    return months.isEmpty();
  }

  /** Whether the rows of this time are gone. */
  boolean holds(Instant time) {
    return !months.isEmpty() && months.contains(month(time));
  }

  /** What was accepted in the span with each batch of these months, by number. */
  Map<Long, AcceptedSums> accepted(
      Connection connection, TenantId tenant, Span span, ObjectMapper json) throws SQLException {
    Map<Long, AcceptedSums> found = new HashMap<>();
    for (YearMonth month : months) {
      Instant first = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant next = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Span part =
          new Span(
              span.from().isAfter(first) ? span.from() : first,
              span.to().isBefore(next) ? span.to() : next,
              span.watermark());
      read(connection, tenant, part, json, found);
    }
    return found;
  }

  private static void read(
      Connection connection,
      TenantId tenant,
      Span span,
      ObjectMapper json,
      Map<Long, AcceptedSums> found)
      throws SQLException {
    String query =
        "SELECT b.batch_no, b.accepted FROM batch b WHERE b.tenant = ? AND "
            + span.touchedBatches();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, tenant.value());
      statement.setFetchSize(FETCH);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          AcceptedSums sums = new AcceptedSums();
          sums.add(json.readTree(rows.getString(2)), span);
          if (!sums.isEmpty()) {
            found.put(rows.getLong(1), sums);
          }
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a batch's accepted sums are unreadable", e);
    }
  }

  private static YearMonth month(Instant time) {
    return YearMonth.from(time.atOffset(ZoneOffset.UTC));
  }
}
