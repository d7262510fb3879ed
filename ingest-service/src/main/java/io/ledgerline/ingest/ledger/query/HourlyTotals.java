package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.ledgerline.ingest.ledger.scan.RowScan;
import io.ledgerline.ingest.ledger.scan.Shape;
import io.ledgerline.ingest.ledger.scan.Shapes;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Three sides of every hour, source account and meter: what was answered {@code recorded}, what the
 * rows say, and what was handed to the broker; of months whose rows are archived, what was
 * accepted. One day of charge time after the other, so that memory is that of a day's hours.
 */
@ApplicationScoped
class HourlyTotals {
  private final LineStream streams;
  private final Pool pool;
  private final ObjectMapper json;

  HourlyTotals(LineStream streams, Pool pool, ObjectMapper json) {
    this.streams = streams;
    this.pool = pool;
    this.json = json;
  }

  /** Lines sorted by hour, source account and meter; the line without a meter counts events. */
  Multi<byte[]> stream(TenantId tenant, Span span) {
    return streams.of(new Days(tenant, span));
  }

  private final class Days implements LineStream.Source {
    private static final String DAY =
        "SELECT b.batch_no, b.published_at IS NOT NULL OR b.confirmed_at IS NOT NULL, b.accepted"
            + " FROM batch b WHERE b.tenant = ? AND ";

    private static final int FETCH = 200;

    private final TenantId tenant;
    private final Span span;
    private Instant next;
    private long count;

    Days(TenantId tenant, Span span) {
      this.tenant = tenant;
      this.span = span;
      this.next = span.from();
    }

    @Override
    public List<String> next(Connection connection) throws SQLException {
      if (!next.isBefore(span.to())) {
        return null;
      }
      Instant end = next.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
      Span day = new Span(next, end.isBefore(span.to()) ? end : span.to(), span.watermark());
      HourTable table = new HourTable(day);
      Map<Long, Boolean> published = accepted(connection, day, table);
      if (published.isEmpty()) {
        next = LaterUse.after(connection, tenant, span, day.to());
        return List.of();
      }
      Shapes shapes = new Shapes(pool);
      count(connection, day, published, table, shapes);
      next = day.to();
      List<HourLine> hours = table.lines(shapes, ArchivedMonths.of(connection, day));
      count += hours.size();
      return written(hours);
    }

    @Override
    public String end() {
      return "{\"end\":true,\"count\":%d}".formatted(count);
    }

    /** Notes what was accepted; returns by batch number whether it was published. */
    private Map<Long, Boolean> accepted(Connection connection, Span day, HourTable table)
        throws SQLException {
      Map<Long, Boolean> published = new HashMap<>();
      try (PreparedStatement statement = connection.prepareStatement(DAY + day.touchedBatches())) {
        statement.setString(1, tenant.value());
        statement.setFetchSize(FETCH);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            published.put(rows.getLong(1), rows.getBoolean(2));
            table.accepted(json.readTree(rows.getString(3)));
          }
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a batch's accepted sums are unreadable", e);
      }
      return published;
    }

    private static void count(
        Connection connection,
        Span day,
        Map<Long, Boolean> published,
        HourTable table,
        Shapes shapes)
        throws SQLException {
      String query =
          "SELECT e.batch_no, e.charge_time, e.dimension_set_id, e.quantities FROM ledger_event e"
              + " WHERE "
              + day.rows()
              + " AND "
              + BatchHeader.between(published.keySet());
      RowScan.read(
          connection,
          query,
          (CopyRow row) -> {
            Boolean isPublished = published.get(row.number(0));
            if (isPublished != null) {
              Shape shape = shapes.of(row.integer(2));
              table.row(row.number(1), shape, isPublished, row, 3);
            }
          });
    }

    private List<String> written(List<HourLine> hours) {
      List<String> lines = new ArrayList<>(hours.size());
      try {
        for (HourLine hour : hours) {
          lines.add(json.writeValueAsString(hour));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("an hour cannot be written", e);
      }
      return lines;
    }
  }
}
