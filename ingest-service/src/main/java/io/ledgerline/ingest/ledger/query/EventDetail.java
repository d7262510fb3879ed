package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.LedgerConfig;
import io.ledgerline.ingest.ledger.intern.DimensionSetRow;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Streams events in the order of time, source and id. Read page by page behind the last key seen,
 * each page only when the reader has taken the one before: memory is that of two pages, whatever
 * the span holds, and no transaction stays open.
 */
@ApplicationScoped
class EventDetail {
  private static final String PAGE =
      """
      SELECT e.charge_time, s.name AS source, coalesce(e.id_text, e.id_uuid::text) COLLATE "C" AS id,
        e.quantities, e.labels -> 'tags' AS tags, d.meters, p.name AS principal, b.id AS batch_id,
        %s
      FROM ledger_event e
      JOIN dimension_set d ON d.id = e.dimension_set_id
      JOIN source s ON s.id = d.source_id
      JOIN batch b ON b.batch_no = e.batch_no
      LEFT JOIN principal p ON p.id = d.principal_id
      WHERE e.charge_time >= $2 AND e.charge_time < $3 AND b.tenant = $1 AND b.seal_no <= $4
        AND (e.charge_time, s.name, coalesce(e.id_text, e.id_uuid::text) COLLATE "C") > ($2, $5, $6)
      ORDER BY e.charge_time, s.name, coalesce(e.id_text, e.id_uuid::text) COLLATE "C"
      LIMIT $7"""
          .formatted(DimensionSetRow.COLUMNS);

  /** The last event seen; before the first one there are no texts. */
  private record Position(OffsetDateTime time, String source, String id) {}

  private final Pool pool;
  private final EventLineWriter writer;
  private final int page;

  EventDetail(Pool pool, EventLineWriter writer, LedgerConfig config) {
    this.pool = pool;
    this.writer = writer;
    this.page = config.detailPage();
  }

  /**
   * Pages of lines: JSON texts joined by line feeds, without one at the end of a page. The last
   * item is the end line, by which a reader knows that nothing was cut off.
   */
  Multi<byte[]> stream(TenantId tenant, Span span) {
    return Multi.createBy()
        .repeating()
        .uni(
            () -> new Progress(new Position(span.fromUtc(), "", "")),
            progress -> next(tenant, span, progress))
        .until(bytes -> bytes.length == 0);
  }

  /** How far one stream is. */
  private static final class Progress {
    private Position position;
    private long count;
    private boolean ended;

    Progress(Position start) {
      this.position = start;
    }
  }

  private Uni<byte[]> next(TenantId tenant, Span span, Progress progress) {
    if (progress.ended) {
      return Uni.createFrom().item(new byte[0]);
    }
    Position from = progress.position;
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.from(
                List.<Object>of(
                    tenant.value(),
                    from.time(),
                    span.toUtc(),
                    span.watermark(),
                    from.source(),
                    from.id(),
                    page)))
        .map(
            rows -> {
              List<String> lines = new ArrayList<>(rows.size() + 1);
              for (Row row : rows) {
                lines.add(writer.line(row));
                progress.position =
                    new Position(
                        row.getOffsetDateTime("charge_time"),
                        row.getString("source"),
                        row.getString("id"));
              }
              progress.count += rows.size();
              if (rows.size() < page) {
                progress.ended = true;
                lines.add("{\"end\":true,\"count\":" + progress.count + "}");
              }
              return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
            });
  }
}
