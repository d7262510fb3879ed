package io.ledgerline.ingest.ledger.query;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.scan.CopyRow;
import io.ledgerline.ingest.ledger.scan.ReadConnections;
import io.ledgerline.ingest.ledger.scan.RowScan;
import io.ledgerline.ingest.ledger.scan.Shapes;
import io.ledgerline.ingest.ledger.scan.Tally;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Counts the ledger's rows. It never takes a batch's own sums for it, but of months that were
 * archived and dropped, and says so: what is compared with rollups must come from the facts. Rows
 * are read in the cheapest form there is and added up here, because taking texts apart into
 * decimals costs the database ten times as much.
 */
@ApplicationScoped
class ControlTotalsQuery {
  private static final int BATCH = 0;
  private static final int SET = 1;
  private static final int QUANTITIES = 2;

  private final ReadConnections connections;
  private final Pool pool;
  private final ObjectMapper json;
  private final Clock clock;

  ControlTotalsQuery(ReadConnections connections, Pool pool, ObjectMapper json, Clock clock) {
    this.connections = connections;
    this.pool = pool;
    this.json = json;
    this.clock = clock;
  }

  Uni<ControlTotals> ask(TenantId tenant, Span span) {
    return connections.call(connection -> count(connection, tenant, span));
  }

  /** A batch and what its rows add up to. */
  private record Counted(BatchHeader header, Tally tally) {}

  private ControlTotals count(Connection connection, TenantId tenant, Span span)
      throws SQLException {
    Map<Long, Counted> batches =
        BatchHeader.touched(connection, tenant, span, header -> new Counted(header, new Tally()));
    Shapes shapes = new Shapes(pool);
    if (!batches.isEmpty()) {
      RowScan.read(connection, rows(span, batches), new Counting(batches, shapes)::add);
    }
    ArchivedMonths archived = ArchivedMonths.of(connection, span);
    Map<Long, AcceptedSums> kept =
        archived.isEmpty() ? Map.of() : archived.accepted(connection, tenant, span, json);
    return totals(span, batches.values(), archived, kept, shapes);
  }

  private static String rows(Span span, Map<Long, Counted> batches) {
    return "SELECT e.batch_no, e.dimension_set_id, e.quantities FROM ledger_event e WHERE "
        + span.rows()
        + " AND "
        + BatchHeader.between(batches.keySet());
  }

  /** Rows of a batch lie next to each other, so that the batch is mostly the one before. */
  private static final class Counting {
    private final Map<Long, Counted> batches;
    private final Shapes shapes;
    private long batchNo = -1;
    private Counted batch;

    Counting(Map<Long, Counted> batches, Shapes shapes) {
      this.batches = batches;
      this.shapes = shapes;
    }

    void add(CopyRow row) {
      long of = row.number(BATCH);
      if (of != batchNo) {
        batchNo = of;
        batch = batches.get(of);
      }
      if (batch != null) {
        batch.tally().add(shapes.of(row.integer(SET)), row, QUANTITIES);
      }
    }
  }

  private ControlTotals totals(
      Span span,
      Collection<Counted> batches,
      ArchivedMonths archived,
      Map<Long, AcceptedSums> kept,
      Shapes shapes) {
    Instant open = QuarterHour.of(clock.instant()).start();
    AcceptedSums all = new AcceptedSums();
    boolean openQuarter = false;
    List<ControlTotals.BatchTotal> totals = new ArrayList<>();
    for (Counted batch : batches) {
      BatchHeader header = batch.header();
      AcceptedSums sums = new AcceptedSums();
      if (archived.holds(header.maxTime())) {
        sums = kept.getOrDefault(header.no(), sums);
      } else {
        sums.add(batch.tally(), shapes);
      }
      if (!sums.isEmpty()) {
        all.add(sums);
        openQuarter |= !header.postedAt().isBefore(open);
        totals.add(
            new ControlTotals.BatchTotal(
                header.id(), header.postedAt(), sums.events(), sums.texts()));
      }
    }
    totals.sort(Comparator.comparing(total -> total.batchId().toString()));
    return new ControlTotals(
        span.watermark(),
        span.from(),
        span.to(),
        openQuarter,
        archived.isEmpty() ? null : archived.months().stream().map(YearMonth::toString).toList(),
        all.events(),
        all.texts(),
        totals);
  }
}
