package io.ledgerline.ingest.ledger.query;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.ledgerline.ingest.ledger.scan.RowScan;
import io.ledgerline.ingest.ledger.scan.SetBook;
import io.ledgerline.platform.problem.Conflict;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of a few meters by quarter hour and kind of usage, from the ledger's rows, cut at a
 * watermark: what prices that add up have to know of the time before a report. One day of charge
 * time after the other, so that memory is that of a day's sums.
 */
@ApplicationScoped
class QuarterSums {
  private static final int MOST_TAGS_REMEMBERED = 10_000;
  private static final TypeReference<TreeMap<String, String>> LABELS = new TypeReference<>() {};

  private final LineStream streams;
  private final Pool pool;
  private final ObjectMapper json;

  QuarterSums(LineStream streams, Pool pool, ObjectMapper json) {
    this.streams = streams;
    this.pool = pool;
    this.json = json;
  }

  /** Lines by rising time. */
  Multi<byte[]> stream(TenantId tenant, Span span, QuarterSumsWish wish) {
    return streams.of(new Days(tenant, span, wish));
  }

  private final class Days implements LineStream.Source {
    private static final String SETS =
        "SELECT d.id FROM dimension_set d WHERE d.tenant = ? AND d.meters && ?";

    private static final String BATCHES = "SELECT b.batch_no FROM batch b WHERE b.tenant = ? AND ";

    private final TenantId tenant;
    private final Span span;
    private final QuarterSumsWish wish;
    private final SetBook<SetWords> words = SetWords.book(pool);
    private final Map<String, SortedMap<String, String>> tags = new HashMap<>();
    private SetFilter sets;
    private Instant next;
    private long count;

    Days(TenantId tenant, Span span, QuarterSumsWish wish) {
      this.tenant = tenant;
      this.span = span;
      this.wish = wish;
      this.next = span.from();
    }

    @Override
    public List<String> next(Connection connection) throws SQLException {
      if (sets == null) {
        sets = new SetFilter(sets(connection));
        requireRows(connection);
      }
      if (!next.isBefore(span.to()) || sets.isNone()) {
        // A month that went meanwhile: without its last line the answer counts for nothing.
        requireRows(connection);
        return null;
      }
      Instant end = next.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
      Span day = new Span(next, end.isBefore(span.to()) ? end : span.to(), span.watermark());
      Set<Long> batches = batches(connection, day);
      if (batches.isEmpty()) {
        next = LaterUse.after(connection, tenant, span, day.to());
        return List.of();
      }
      QuarterTable table = new QuarterTable(wish);
      count(connection, day, batches, table);
      next = day.to();
      List<QuarterSum> sums = table.sums();
      count += sums.size();
      return written(sums);
    }

    @Override
    public String end() {
      return "{\"end\":true,\"count\":%d}".formatted(count);
    }

    /** Prices must not begin anew because rows were archived: rather no answer than a false one. */
    private void requireRows(Connection connection) throws SQLException {
      AcceptedSums gone = new AcceptedSums();
      ArchivedMonths archived = ArchivedMonths.of(connection, span);
      archived.accepted(connection, tenant, span, json).values().forEach(gone::add);
      if (gone.hasAnyOf(wish.meters())) {
        throw new Conflict(
            "Usage of %s was archived and dropped, and prices add it up: restore the month first."
                .formatted(archived.months().stream().map(String::valueOf).collect(joining(", "))));
      }
    }

    private BitSet sets(Connection connection) throws SQLException {
      BitSet ids = new BitSet();
      try (PreparedStatement statement = connection.prepareStatement(SETS)) {
        Array meters = connection.createArrayOf("text", wish.meters().toArray());
        statement.setString(1, tenant.value());
        statement.setArray(2, meters);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            ids.set(rows.getInt(1));
          }
        }
      }
      return ids;
    }

    private Set<Long> batches(Connection connection, Span day) throws SQLException {
      Set<Long> numbers = new HashSet<>();
      try (PreparedStatement statement =
          connection.prepareStatement(BATCHES + day.touchedBatches())) {
        statement.setString(1, tenant.value());
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            numbers.add(rows.getLong(1));
          }
        }
      }
      return numbers;
    }

    private void count(Connection connection, Span day, Set<Long> batches, QuarterTable table)
        throws SQLException {
      String query =
          "SELECT e.batch_no, e.charge_time, e.dimension_set_id, e.quantities, "
              + (wish.tags().isEmpty() ? "NULL::text" : "(e.labels -> 'tags')::text")
              + " FROM ledger_event e WHERE "
              + day.rows()
              + " AND "
              + BatchHeader.between(batches)
              + " AND "
              + sets.condition();
      RowScan.read(
          connection,
          query,
          row -> {
            int set = row.integer(2);
            if (batches.contains(row.number(0)) && sets.matches(set)) {
              table.add(
                  StoredRow.time(row.number(1)),
                  set,
                  words.of(set).orElseThrow(),
                  row.text(3),
                  tags(row.text(4)));
            }
          });
    }

    /** Those of a row's tags that are asked for. */
    private SortedMap<String, String> tags(String text) {
      if (text == null) {
        return new TreeMap<>();
      }
      if (tags.size() > MOST_TAGS_REMEMBERED) {
        tags.clear();
      }
      return tags.computeIfAbsent(text, this::read);
    }

    private SortedMap<String, String> read(String text) {
      try {
        SortedMap<String, String> all = json.readValue(text, LABELS);
        all.keySet().retainAll(wish.tags());
        return all;
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a row's tags cannot be read", e);
      }
    }

    private List<String> written(List<QuarterSum> sums) {
      List<String> lines = new ArrayList<>(sums.size());
      try {
        for (QuarterSum sum : sums) {
          lines.add(json.writeValueAsString(sum));
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a sum cannot be written", e);
      }
      return lines;
    }
  }
}
