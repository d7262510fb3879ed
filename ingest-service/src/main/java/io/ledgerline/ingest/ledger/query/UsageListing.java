package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.ledgerline.ingest.ledger.scan.ReadConnections;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Page;
import io.ledgerline.platform.problem.NotFound;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lists rows of the ledger in the order of posting: a page at a time, or all as a stream. */
@ApplicationScoped
class UsageListing {
  /** A page that finds little ends after so many rows; its cursor leads on. */
  private static final int MOST_ROWS_OF_A_PAGE = 2_000_000;

  private static final int MOST_ROWS_OF_A_STEP = 100_000;
  private static final int GROWTH = 4;

  private final ReadConnections connections;
  private final LineStream streams;
  private final LedgerLineWriter writer;
  private final Pool pool;
  private final int page;

  UsageListing(
      ReadConnections connections,
      LineStream streams,
      LedgerLineWriter writer,
      Pool pool,
      LedgerConfig config) {
    this.connections = connections;
    this.streams = streams;
    this.writer = writer;
    this.pool = pool;
    this.page = config.detailPage();
  }

  /** The watermark that a cursor of an earlier page was made at. */
  static long watermark(Cursor cursor) {
    return cursor.number(0);
  }

  /**
   * One page. It may hold fewer rows than the limit, even none, and still lead on: the end is where
   * no cursor is given.
   *
   * @param groups what to list, at the watermark of the first page
   * @param cursor of the page before; null for the first
   */
  Uni<Page<LedgerLine>> page(BatchGroups groups, Cursor cursor, Limit limit) {
    UsageScan.Place from =
        cursor == null
            ? null
            : new UsageScan.Place(cursor.number(1), Math.toIntExact(cursor.number(2)));
    UsageScan scan = new UsageScan(groups, SetWords.book(pool), writer, from);
    return connections.call(connection -> page(connection, scan, groups.watermark(), limit));
  }

  private static Page<LedgerLine> page(
      Connection connection, UsageScan scan, long watermark, Limit limit) throws SQLException {
    List<UsageScan.Picked> found = new ArrayList<>();
    int step = limit.plusOne();
    for (int looked = 0; looked < MOST_ROWS_OF_A_PAGE; looked += step) {
      step = Math.min(step * GROWTH, MOST_ROWS_OF_A_STEP);
      List<UsageScan.Picked> picked = scan.next(connection, step);
      if (picked == null) {
        return new Page<>(lines(found), null);
      }
      found.addAll(picked);
      if (found.size() > limit.value()) {
        List<UsageScan.Picked> kept = found.subList(0, limit.value());
        return new Page<>(lines(kept), cursor(watermark, kept.getLast().place()));
      }
    }
    return new Page<>(lines(found), cursor(watermark, scan.place()));
  }

  private static List<LedgerLine> lines(List<UsageScan.Picked> picked) {
    return picked.stream().map(UsageScan.Picked::line).toList();
  }

  private static String cursor(long watermark, UsageScan.Place place) {
    return Cursor.of(watermark, place.batchNo(), place.position()).encode();
  }

  /** All rows as lines, with an end line. */
  Multi<byte[]> stream(BatchGroups groups) {
    UsageScan scan = new UsageScan(groups, SetWords.book(pool), writer, null);
    return streams.of(
        new LineStream.Source() {
          private long count;

          @Override
          public List<String> next(Connection connection) throws SQLException {
            List<UsageScan.Picked> picked = scan.next(connection, page);
            if (picked == null) {
              return null;
            }
            count += picked.size();
            return picked.stream().map(row -> writer.text(row.line())).toList();
          }

          @Override
          public String end() {
            return "{\"end\":true,\"count\":%d}".formatted(count);
          }
        });
  }

  /** The rows of one batch, sealed or not; 404 when the tenant has none of that id. */
  Multi<byte[]> batch(TenantId tenant, UUID batch) {
    BatchGroups groups = new BatchGroups(tenant, UsageFilter.ofBatch(batch), null, false);
    return connections
        .call(connection -> groups.next(connection, 0, 1))
        .onItem()
        .transformToMulti(
            found -> {
              if (found.isEmpty()) {
                throw NotFound.of("batch", batch);
              }
              return stream(groups);
            });
  }
}
