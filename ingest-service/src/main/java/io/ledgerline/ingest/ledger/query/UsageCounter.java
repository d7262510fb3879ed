package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.ReadConnections;
import io.ledgerline.ingest.ledger.scan.RowScan;
import io.ledgerline.ingest.ledger.scan.SetBook;
import io.ledgerline.ingest.ledger.scan.Shape;
import io.ledgerline.ingest.ledger.scan.Shapes;
import io.ledgerline.ingest.ledger.scan.Tally;
import io.ledgerline.platform.problem.InvalidRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a filter asks for, from the rows. */
@ApplicationScoped
class UsageCounter {
  private static final int MOST_GROUPS = 10_000;
  private static final int ROWS_AT_ONCE = 1_000_000;

  private final ReadConnections connections;
  private final Pool pool;

  UsageCounter(ReadConnections connections, Pool pool) {
    this.connections = connections;
    this.pool = pool;
  }

  /**
   * Counts.
   *
   * @param by what to group by; null for nothing
   */
  Uni<UsageCount> count(TenantId tenant, UsageFilter filter, long watermark, CountBy by) {
    return connections.call(
        connection -> new Counting(tenant, filter, watermark, by).over(connection));
  }

  private record Label(String key, String name) {}

  private final class Counting {
    private final TenantId tenant;
    private final UsageFilter filter;
    private final long watermark;
    private final CountBy by;
    private final Shapes shapes = new Shapes(pool);
    private final SetBook<Label> labels;
    private final SortedMap<String, Tally> tallies = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Tally all = new Tally();

    Counting(TenantId tenant, UsageFilter filter, long watermark, CountBy by) {
      this.tenant = tenant;
      this.filter = filter;
      this.watermark = watermark;
      this.by = by;
      this.labels =
          by == null
              ? null
              : new SetBook<>(
                  pool,
                  by.columns(),
                  "dimension_set d JOIN source s ON s.id = d.source_id"
                      + " LEFT JOIN principal p ON p.id = d.principal_id",
                  100_000,
                  row -> new Label(row.getString("key"), row.getString("name")));
    }

    UsageCount over(Connection connection) throws SQLException {
      SetFilter sets = SetFilter.of(connection, tenant, filter);
      BatchGroups groups = new BatchGroups(tenant, filter, watermark, false);
      if (filter.id() != null) {
        groups = groups.only(IdBatches.find(connection, tenant, filter));
      }
      long next = 0;
      while (!sets.isNone()) {
        List<BatchHeader> group = groups.next(connection, next, ROWS_AT_ONCE);
        if (group.isEmpty()) {
          break;
        }
        count(connection, sets, group);
        next = group.getLast().no() + 1;
      }
      return answer();
    }

    private void count(Connection connection, SetFilter sets, List<BatchHeader> group)
        throws SQLException {
      Set<Long> numbers = new HashSet<>();
      group.forEach(batch -> numbers.add(batch.no()));
      TakenBack takenBack =
          filter.effective()
              ? TakenBack.among(connection, group.getFirst().no(), group.getLast().no(), watermark)
              : new TakenBack(Map.of());
      String query =
          "SELECT e.batch_no, e.position, e.dimension_set_id, e.charge_time, e.quantities,"
              + " e.id_uuid, e.id_text FROM ledger_event e WHERE "
              + BatchHeader.between(numbers)
              + " AND "
              + new Span(filter.from(), filter.to(), watermark).rows()
              + " AND "
              + sets.condition();
      RowScan.read(
          connection,
          query,
          row -> {
            if (numbers.contains(row.number(0))
                && sets.matches(row.integer(2))
                && hasId(row)
                && takenBack.by(row.number(0), row.small(1)) == null) {
              add(row);
            }
          });
    }

    private boolean hasId(CopyRow row) {
      if (filter.id() == null) {
        return true;
      }
      return filter.id().equals(row.isNull(5) ? row.text(6) : row.uuid(5).toString());
    }

    private void add(CopyRow row) {
      Shape shape = shapes.of(row.integer(2));
      if (filter.effective() && shape.sign() < 0) {
        return;
      }
      all.add(shape, row, 4);
      if (by != null) {
        tallyOf(row).add(shape, row, 4);
      }
    }

    private Tally tallyOf(CopyRow row) {
      String key;
      if (by == CountBy.DAY) {
        key =
            LocalDate.ofEpochDay(Math.floorDiv(row.number(3), 86_400_000_000L) + 10_957).toString();
      } else {
        Label label = labels.of(row.integer(2)).orElseThrow();
        key = label.key() == null ? "" : label.key();
        if (label.name() != null) {
          names.put(key, label.name());
        }
      }
      Tally tally = tallies.computeIfAbsent(key, k -> new Tally());
      if (tallies.size() > MOST_GROUPS) {
        throw InvalidRequest.field(
            "by",
            "too-many-groups",
            "There are more than " + MOST_GROUPS + " groups: ask for less.");
      }
      return tally;
    }

    private UsageCount answer() {
      List<UsageCount.Group> groups = by == null ? null : new ArrayList<>();
      tallies.forEach(
          (key, tally) ->
              groups.add(
                  new UsageCount.Group(
                      key, names.get(key), tally.rows(), tally.events(), tally.texts(shapes))));
      return new UsageCount(watermark, all.rows(), all.events(), all.texts(shapes), groups);
    }
  }
}
