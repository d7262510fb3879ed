package io.ledgerline.ingest.ledger.query;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.ingest.ledger.batch.BatchAssembly;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LabelsJson;
import io.ledgerline.ingest.ledger.batch.QuantityText;
import io.ledgerline.ingest.ledger.scan.LineStream;
import io.ledgerline.ingest.ledger.scan.SetBook;
import io.ledgerline.platform.messaging.MessageCodec;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The messages of batches, made anew from the ledger's rows in the order of their seals: what a
 * reader of the topic would have seen from its beginning, whatever the broker still has.
 */
@ApplicationScoped
class BatchMessages {
  private static final int MOST_BATCHES = 32;
  private static final int ROWS_AT_ONCE = 10_000;

  private final LineStream streams;
  private final Pool pool;
  private final MessageCodec codec;

  BatchMessages(LineStream streams, Pool pool, MessageCodec codec) {
    this.streams = streams;
    this.pool = pool;
    this.codec = codec;
  }

  /**
   * Lines {@code {"sealNo":n,"batch":…}} of the batches that have rows in a span.
   *
   * @param after seal number behind which to begin
   */
  Multi<byte[]> stream(TenantId tenant, Span span, long after) {
    return streams.of(new InOrder(tenant, span, after));
  }

  private final class InOrder implements LineStream.Source {
    private final TenantId tenant;
    private final Span span;
    private final SetBook<SetWords> words = SetWords.book(pool);
    private long after;
    private long count;

    InOrder(TenantId tenant, Span span, long after) {
      this.tenant = tenant;
      this.span = span;
      this.after = after;
    }

    @Override
    public List<String> next(Connection connection) throws SQLException {
      List<BatchHeader> group = group(connection);
      if (group.isEmpty()) {
        return null;
      }
      Map<Long, List<Fact>> facts = facts(connection, group);
      List<String> lines = new ArrayList<>(group.size());
      for (BatchHeader batch : group) {
        lines.add(line(batch, facts.get(batch.no())));
      }
      after = group.getLast().sealNo();
      count += group.size();
      return lines;
    }

    @Override
    public String end() {
      return "{\"end\":true,\"count\":%d}".formatted(count);
    }

    private List<BatchHeader> group(Connection connection) throws SQLException {
      String query =
          "SELECT "
              + BatchHeader.COLUMNS
              + " FROM batch b WHERE b.tenant = ? AND b.seal_no > ? AND "
              + span.touchedBatches()
              + " ORDER BY b.seal_no LIMIT "
              + MOST_BATCHES;
      try (PreparedStatement statement = connection.prepareStatement(query)) {
        statement.setString(1, tenant.value());
        statement.setLong(2, after);
        List<BatchHeader> found = BatchHeader.list(statement);
        int rows = 0;
        for (int i = 0; i < found.size(); i++) {
          rows += found.get(i).events();
          if (rows >= ROWS_AT_ONCE) {
            return found.subList(0, i + 1);
          }
        }
        return found;
      }
    }

    private Map<Long, List<Fact>> facts(Connection connection, List<BatchHeader> group)
        throws SQLException {
      Map<Long, List<Fact>> facts = new HashMap<>();
      group.forEach(batch -> facts.put(batch.no(), new ArrayList<>(batch.events())));
      Instant first =
          group.stream().map(BatchHeader::minTime).min(Instant::compareTo).orElseThrow();
      Instant last = group.stream().map(BatchHeader::maxTime).max(Instant::compareTo).orElseThrow();
      String where =
          BatchHeader.between(facts.keySet())
              + " AND "
              + new Span(first, last.plus(1, ChronoUnit.MICROS), 0).rows()
              + " ORDER BY e.batch_no, e.position";
      StoredRow.read(
          connection,
          where,
          row -> {
            List<Fact> ofBatch = facts.get(row.batchNo());
            if (ofBatch != null) {
              ofBatch.add(fact(row));
            }
          });
      return facts;
    }

    private Fact fact(StoredRow row) {
      SetWords of =
          words
              .of(row.setId())
              .orElseThrow(() -> new IllegalStateException("a row's dimension set is missing"));
      return new Fact(
          of.dimensions(),
          row.time(),
          QuantityText.read(of.meters(), row.quantities()),
          of.sign(),
          LabelsJson.tags(row.labels()),
          LabelsJson.sampled(of.source(), row.labels()));
    }

    private String line(BatchHeader batch, List<Fact> facts) {
      if (facts.size() != batch.events()) {
        throw new IllegalStateException(
            "batch %s was committed with %d events and has %d"
                .formatted(batch.id(), batch.events(), facts.size()));
      }
      byte[] message =
          codec.encode(BatchAssembly.message(batch.id(), tenant, batch.postedAt(), facts));
      return "{\"sealNo\":%d,\"batch\":%s}"
          .formatted(batch.sealNo(), new String(message, StandardCharsets.UTF_8));
    }
  }
}
