package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Sums of a source by day, for the days that have changed between two watermarks: each day whole,
 * so that a reader who replaces what it knew of the day is right whatever it had missed. One day
 * after the other; memory is that of a day's sums.
 */
@ApplicationScoped
class DailySums {
  private final LineStream streams;
  private final ObjectWriter writer;

  DailySums(LineStream streams, ObjectMapper json) {
    this.streams = streams;
    this.writer = json.writerFor(DailySum.class);
  }

  /**
   * Which days.
   *
   * @param source who said it
   * @param after watermark that the reader has seen
   * @param watermark highest seal number that counts
   * @param further days that are told whether they have changed or not
   */
  record Wish(String source, long after, long watermark, Collection<LocalDate> further) {}

  /** Lines sorted by day, account, principal, provider and operation, with an end line. */
  Multi<byte[]> stream(TenantId tenant, Wish wish) {
    return streams.of(new Days(tenant, wish));
  }

  private final class Days implements LineStream.Source {
    /** The days stand in what each batch noted of its quarter hours; no row has to be looked at. */
    private static final String CHANGED =
        """
        SELECT DISTINCT (to_timestamp(quarter.key::bigint) AT TIME ZONE 'UTC')::date::text
        FROM batch b, jsonb_each(b.accepted) quarter, jsonb_object_keys(quarter.value) account
        WHERE b.tenant = ? AND b.seal_no > ? AND b.seal_no <= ? AND account IN (
          SELECT d.source_account FROM dimension_set d JOIN source s ON s.id = d.source_id
          WHERE s.tenant = ? AND s.name = ?)""";

    private static final String SUMS =
        """
        SELECT d.source_account, d.principal_id, p.name, d.provider, d.operation, q.meter,
          sum(d.sign * q.value)
        FROM ledger_event e
        JOIN batch b ON b.batch_no = e.batch_no
        JOIN dimension_set d ON d.id = e.dimension_set_id
        LEFT JOIN principal p ON p.id = d.principal_id
        CROSS JOIN LATERAL unnest(d.meters || ''::text,
          string_to_array(e.quantities, ',')::numeric[] || 1::numeric) AS q (meter, value)
        WHERE e.charge_time >= ?::timestamptz AND e.charge_time < ?::timestamptz
          AND e.dimension_set_id IN (
            SELECT x.id FROM dimension_set x JOIN source s ON s.id = x.source_id
            WHERE s.tenant = ? AND s.name = ?)
          AND b.tenant = ? AND b.seal_no <= ?
        GROUP BY 1, 2, 3, 4, 5, 6
        ORDER BY d.source_account COLLATE "C", p.name COLLATE "C", d.principal_id,
          d.provider COLLATE "C", d.operation COLLATE "C", q.meter COLLATE "C\"""";

    private final TenantId tenant;
    private final Wish wish;
    private Queue<LocalDate> days;
    private long count;

    Days(TenantId tenant, Wish wish) {
      this.tenant = tenant;
      this.wish = wish;
    }

    @Override
    public List<String> next(Connection connection) throws SQLException {
      if (days == null) {
        days = new ArrayDeque<>(changed(connection));
      }
      LocalDate day = days.poll();
      if (day == null) {
        return null;
      }
      List<String> lines = written(sums(connection, day));
      count += lines.size();
      return lines;
    }

    @Override
    public String end() {
      return "{\"end\":true,\"count\":%d}".formatted(count);
    }

    private TreeSet<LocalDate> changed(Connection connection) throws SQLException {
      TreeSet<LocalDate> changed = new TreeSet<>(wish.further());
      try (PreparedStatement statement = connection.prepareStatement(CHANGED)) {
        statement.setString(1, tenant.value());
        statement.setLong(2, wish.after());
        statement.setLong(3, wish.watermark());
        statement.setString(4, tenant.value());
        statement.setString(5, wish.source());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            changed.add(LocalDate.parse(rows.getString(1)));
          }
        }
      }
      return changed;
    }

    private Collection<DailySum> sums(Connection connection, LocalDate day) throws SQLException {
      Map<List<Object>, DailySum> sums = new LinkedHashMap<>();
      try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
        statement.setString(1, day + "T00:00:00Z");
        statement.setString(2, day.plusDays(1) + "T00:00:00Z");
        statement.setString(3, tenant.value());
        statement.setString(4, wish.source());
        statement.setString(5, tenant.value());
        statement.setLong(6, wish.watermark());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            add(sums, day, rows);
          }
        }
      }
      return sums.values();
    }

    /** Adds a meter to its group; the meter without a name counts events. */
    private static void add(Map<List<Object>, DailySum> sums, LocalDate day, ResultSet row)
        throws SQLException {
      List<Object> key = new ArrayList<>();
      for (int column = 1; column <= 5; column++) {
        key.add(row.getObject(column));
      }
      DailySum known = sums.get(key);
      SortedMap<String, BigDecimal> quantities =
          known == null ? new TreeMap<>() : known.quantities();
      BigDecimal sum = Decimals.normal(row.getBigDecimal(7));
      boolean counts = row.getString(6).isEmpty();
      if (!counts) {
        quantities.put(row.getString(6), sum);
      }
      sums.put(
          key,
          new DailySum(
              day,
              row.getString(1),
              row.getString(3),
              row.getObject(2, UUID.class),
              row.getString(4),
              row.getString(5),
              counts ? sum.longValueExact() : known == null ? 0 : known.events(),
              quantities));
    }

    private List<String> written(Collection<DailySum> sums) {
      List<String> lines = new ArrayList<>(sums.size());
      try {
        for (DailySum sum : sums) {
          lines.add(writer.writeValueAsString(sum));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a day's sum cannot be written", e);
      }
      return lines;
    }
  }
}
