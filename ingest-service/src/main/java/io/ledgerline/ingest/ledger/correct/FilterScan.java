package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.TenantId;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Walks through what a filter takes, in the order of batch numbers and some thousand rows at a
 * time. What it walks through is fixed by the watermark, so that it can stop and go on anywhere.
 * Times are found by the batches' headers; no index on the rows' time is needed. Blocks.
 */
@ApplicationScoped
class FilterScan {
  private static final String OVERLAPPING =
      """
      FROM batch WHERE tenant = $1 AND seal_no <= $2 AND max_time >= $3 AND min_time < $4
      """;

  private static final String BATCHES =
      "SELECT batch_no, events, min_time, max_time "
          + OVERLAPPING
          + " AND batch_no > $5 ORDER BY batch_no LIMIT $6";

  private static final String CANDIDATES = "SELECT coalesce(sum(events), 0)::bigint " + OVERLAPPING;

  /** Batches whose numbers lie so close are read together, with what lies between. */
  private static final long SMALL_GAP = 4;

  private static final int MOST_BATCHES = 500;

  private record Batch(long no, Instant min, Instant max) {}

  /**
   * A piece of the walk.
   *
   * @param rows what the filter takes of it
   * @param behind number of its last batch, to go on behind
   * @param checked how many rows it had in all
   * @param last whether nothing follows
   */
  record Slice(List<StoredRow> rows, long behind, long checked, boolean last) {}

  private final Pool pool;
  private final RowReader rows;

  FilterScan(Pool pool, RowReader rows) {
    this.pool = pool;
    this.rows = rows;
  }

  /** How many rows will have to be looked at. */
  long candidates(TenantId tenant, Selection.Filter filter, long watermark) {
    return pool.preparedQuery(CANDIDATES)
        .execute(tuple(tenant, filter, watermark))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getLong(0);
  }

  /**
   * The next piece.
   *
   * @param behind number of the last batch that was looked at; 0 to begin
   * @param most about how many rows to look at; one batch at least
   */
  Slice next(TenantId tenant, Selection.Filter filter, long watermark, long behind, int most) {
    List<Batch> batches = new ArrayList<>();
    long checked = 0;
    boolean last = true;
    for (Row row :
        pool.preparedQuery(BATCHES)
            .execute(tuple(tenant, filter, watermark).addLong(behind).addInteger(MOST_BATCHES))
            .await()
            .indefinitely()) {
      int events = row.getInteger("events");
      if (!batches.isEmpty() && checked + events > most) {
        last = false;
        break;
      }
      checked += events;
      batches.add(
          new Batch(
              row.getLong("batch_no"),
              row.getOffsetDateTime("min_time").toInstant(),
              row.getOffsetDateTime("max_time").toInstant()));
      last = batches.size() < MOST_BATCHES;
    }
    long end = batches.isEmpty() ? behind : batches.getLast().no();
    return new Slice(read(tenant, filter, batches), end, checked, last);
  }

  private List<StoredRow> read(TenantId tenant, Selection.Filter filter, List<Batch> batches) {
    List<StoredRow> found = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= batches.size(); i++) {
      if (i == batches.size() || batches.get(i).no() - batches.get(i - 1).no() > SMALL_GAP) {
        run(tenant, filter, batches.subList(start, i), found);
        start = i;
      }
    }
    return found;
  }

  private void run(
      TenantId tenant, Selection.Filter filter, List<Batch> batches, List<StoredRow> found) {
    Instant min = batches.stream().map(Batch::min).min(Instant::compareTo).orElseThrow();
    Instant max = batches.stream().map(Batch::max).max(Instant::compareTo).orElseThrow();
    Instant behindMax = max.plusNanos(1000);
    Set<Long> numbers = batches.stream().map(Batch::no).collect(Collectors.toSet());
    rows
        .selected(
            tenant,
            filter,
            batches.getFirst().no(),
            batches.getLast().no(),
            filter.from().isAfter(min) ? filter.from() : min,
            filter.to().isBefore(behindMax) ? filter.to() : behindMax)
        .stream()
        .filter(row -> numbers.contains(row.place().batchNo()))
        .forEach(found::add);
  }

  private static Tuple tuple(TenantId tenant, Selection.Filter filter, long watermark) {
    return Tuple.tuple()
        .addString(tenant.value())
        .addLong(watermark)
        .addOffsetDateTime(filter.from().atOffset(ZoneOffset.UTC))
        .addOffsetDateTime(filter.to().atOffset(ZoneOffset.UTC));
  }
}
