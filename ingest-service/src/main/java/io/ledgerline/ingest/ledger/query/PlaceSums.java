package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.ledgerline.ingest.ledger.scan.RowScan;
import io.ledgerline.ingest.ledger.scan.SetBook;
import io.ledgerline.platform.problem.InvalidRequest;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sums of a few meters by workspace, project and principal, from the rows that count. Only rows of
 * the meters are read, so that years of other usage cost little.
 */
@ApplicationScoped
class PlaceSums {
  private static final int ROWS_AT_ONCE = 1_000_000;
  private static final int MOST_PLACES = 500_000;
  private static final int REMEMBERED = 100_000;
  private static final int LINES_AT_ONCE = 1_000;

  /** Microseconds from 1970 to 2000, the beginning of the database's time. */
  private static final long EPOCH_2000_MICROS = 946_684_800_000_000L;

  private final LineStream streams;
  private final Pool pool;
  private final ObjectMapper json;

  PlaceSums(LineStream streams, Pool pool, ObjectMapper json) {
    this.streams = streams;
    this.pool = pool;
    this.json = json;
  }

  /**
   * Lines sorted by place.
   *
   * @param meters which; others are not looked at
   * @param accounts source accounts, those that end in {@code *} for all that begin so; empty for
   *     all
   */
  Multi<byte[]> stream(TenantId tenant, Span span, Set<String> meters, Set<String> accounts) {
    return streams.of(new Answer(tenant, span, meters, accounts));
  }

  private record Place(String workspace, String project, String principal, String principalId)
      implements Comparable<Place> {
    private static final Comparator<String> TEXT =
        Comparator.nullsFirst(Comparator.<String>naturalOrder());
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::workspace, TEXT)
            .thenComparing(Place::project, TEXT)
            .thenComparing(Place::principal, TEXT)
            .thenComparing(Place::principalId, TEXT);

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private record Words(Place place, List<String> meters, int sign) {
    static Words read(Row row) {
      return new Words(
          new Place(
              row.getString("workspace"),
              row.getString("project"),
              row.getString("principal"),
              row.getUUID("principal_id") == null ? null : row.getUUID("principal_id").toString()),
          List.of(row.getArrayOfStrings("meters")),
          row.getInteger("sign"));
    }
  }

  private static final class Use {
    private BigDecimal sum = BigDecimal.ZERO;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(BigDecimal quantity, long time) {
      sum = sum.add(quantity);
      first = Math.min(first, time);
      last = Math.max(last, time);
    }

    PlaceSum.OfMeter line() {
      return new PlaceSum.OfMeter(
          sum.signum() == 0 ? "0" : sum.stripTrailingZeros().toPlainString(),
          instant(first),
          instant(last));
    }

    private static Instant instant(long micros) {
      long since1970 = micros + EPOCH_2000_MICROS;
      return Instant.ofEpochSecond(
          Math.floorDiv(since1970, 1_000_000L), Math.floorMod(since1970, 1_000_000L) * 1_000);
    }
  }

  private final class Answer implements LineStream.Source {
    private static final String SETS =
        "SELECT d.id FROM dimension_set d WHERE d.tenant = ? AND d.sign > 0 AND d.meters && ?"
            + " AND (cardinality(?::text[]) = 0 OR d.source_account LIKE ANY (?))";

    private final TenantId tenant;
    private final Span span;
    private final Set<String> meters;
    private final Set<String> accounts;
    private final SortedMap<Place, SortedMap<String, Use>> places = new TreeMap<>();
    private final SetBook<Words> words =
        new SetBook<>(
            pool,
            "d.id, d.workspace, d.project, d.principal_id, p.name AS principal, d.meters, d.sign",
            "dimension_set d LEFT JOIN principal p ON p.id = d.principal_id",
            REMEMBERED,
            Words::read);
    private boolean counted;
    private long count;

    Answer(TenantId tenant, Span span, Set<String> meters, Set<String> accounts) {
      this.tenant = tenant;
      this.span = span;
      this.meters = meters;
      this.accounts = accounts;
    }

    @Override
    public List<String> next(Connection connection) throws SQLException {
      if (!counted) {
        count(connection);
        counted = true;
      }
      if (places.isEmpty()) {
        return null;
      }
      List<String> lines = new ArrayList<>();
      while (!places.isEmpty() && lines.size() < LINES_AT_ONCE) {
        lines.add(line(places.firstKey(), places.remove(places.firstKey())));
      }
      count += lines.size();
      return lines;
    }

    @Override
    public String end() {
      return "{\"end\":true,\"count\":%d}".formatted(count);
    }

    private void count(Connection connection) throws SQLException {
      SetFilter sets = new SetFilter(sets(connection));
      BatchGroups groups =
          new BatchGroups(
              tenant, UsageFilter.effective(span.from(), span.to()), span.watermark(), false);
      long next = 0;
      while (!sets.isNone()) {
        List<BatchHeader> group = groups.next(connection, next, ROWS_AT_ONCE);
        if (group.isEmpty()) {
          return;
        }
        count(connection, sets, group);
        next = group.getLast().no() + 1;
      }
    }

    private BitSet sets(Connection connection) throws SQLException {
      BitSet ids = new BitSet();
      try (PreparedStatement statement = connection.prepareStatement(SETS)) {
        statement.setString(1, tenant.value());
        statement.setArray(2, connection.createArrayOf("text", meters.toArray()));
        Object[] patterns = accounts.stream().map(PlaceSums::pattern).toArray();
        statement.setArray(3, connection.createArrayOf("text", patterns));
        statement.setArray(4, connection.createArrayOf("text", patterns));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            ids.set(rows.getInt(1));
          }
        }
      }
      return ids;
    }

    private void count(Connection connection, SetFilter sets, List<BatchHeader> group)
        throws SQLException {
      Set<Long> numbers = new HashSet<>();
      group.forEach(batch -> numbers.add(batch.no()));
      TakenBack takenBack =
          TakenBack.among(
              connection, group.getFirst().no(), group.getLast().no(), span.watermark());
      String query =
          "SELECT e.batch_no, e.position, e.dimension_set_id, e.charge_time, e.quantities"
              + " FROM ledger_event e WHERE "
              + BatchHeader.between(numbers)
              + " AND "
              + span.rows()
              + " AND "
              + sets.condition();
      RowScan.read(
          connection,
          query,
          row -> {
            if (numbers.contains(row.number(0))
                && sets.matches(row.integer(2))
                && takenBack.by(row.number(0), row.small(1)) == null) {
              add(row);
            }
          });
    }

    private void add(CopyRow row) {
      Words of = words.of(row.integer(2)).orElseThrow();
      String[] quantities = row.text(4).split(",", -1);
      long time = row.number(3);
      SortedMap<String, Use> uses = places.computeIfAbsent(of.place(), place -> new TreeMap<>());
      for (int i = 0; i < quantities.length; i++) {
        String meter = of.meters().get(i);
        if (meters.contains(meter)) {
          BigDecimal quantity = new BigDecimal(quantities[i]);
          if (quantity.signum() != 0) {
            uses.computeIfAbsent(meter, name -> new Use()).add(quantity, time);
          }
        }
      }
      if (places.size() > MOST_PLACES) {
        throw InvalidRequest.field(
            "to", "too-many-groups", "There are more than " + MOST_PLACES + " places.");
      }
    }

    private String line(Place place, SortedMap<String, Use> uses) {
      SortedMap<String, PlaceSum.OfMeter> byMeter = new TreeMap<>();
      uses.forEach((meter, use) -> byMeter.put(meter, use.line()));
      try {
        return json.writeValueAsString(
            new PlaceSum(
                place.workspace(),
                place.project(),
                place.principal(),
                place.principalId(),
                byMeter));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a place cannot be written", e);
      }
    }
  }

  /** An account, or the beginning of some, as LIKE reads it. */
  private static String pattern(String account) {
    String text = account.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return text.endsWith("*") ? text.substring(0, text.length() - 1) + "%" : text;
  }
}
