package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.inlet.quarantine.Quarantine;
import io.ledgerline.ingest.inlet.quarantine.QuarantineEntry;
import io.ledgerline.ingest.inlet.quarantine.Refusal;
import io.ledgerline.ingest.inlet.quarantine.Replayer;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.objectstore.ObjectStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Tries refused lines and objects again. */
@ApplicationScoped
class S3Replayer implements Replayer {
  private final ObjectStore store;
  private final LogLines logLines;
  private final LedgerWriter ledger;
  private final Quarantine quarantine;
  private final ReplayTable table;
  private final InletWorkers workers;
  private final InletMetrics metrics;
  private final S3InletConfig config;

  S3Replayer(
      ObjectStore store,
      LogLines logLines,
      LedgerWriter ledger,
      Quarantine quarantine,
      ReplayTable table,
      InletWorkers workers,
      InletMetrics metrics,
      S3InletConfig config) {
    this.store = store;
    this.logLines = logLines;
    this.ledger = ledger;
    this.quarantine = quarantine;
    this.table = table;
    this.workers = workers;
    this.metrics = metrics;
    this.config = config;
  }

  @Override
  public Uni<Void> replay(QuarantineEntry entry) {
    if (entry.isWholeObject()) {
      return ledger
          .record(
              entry.tenant(),
              List.of(),
              (transaction, none) -> {
                quarantine.replayed(transaction, entry.id(), null);
                table.readAgain(transaction, entry.objectId());
              })
          .invoke(workers::wake)
          .replaceWithVoid();
    }
    return store
        .read(entry.address(), (head, body) -> line(entry, body))
        .chain(line -> record(entry, line));
  }

  private LogLine line(QuarantineEntry entry, InputStream body) throws IOException {
    try {
      LineReader lines =
          new LineReader(
              Gunzip.of(body),
              Math.toIntExact(config.maxLine().asLongValue()),
              config.maxObject().asLongValue());
      while (lines.next()) {
        if (lines.number() == entry.line()) {
          return lines.digest().equals(entry.digest())
              ? logLines.read(lines)
              : fault(entry, "content-changed", "The line is not the one that was refused.");
        }
      }
    } catch (BadObjectException e) {
      return fault(entry, e.code(), e.getMessage());
    }
    return fault(entry, "content-changed", "The object has no such line any more.");
  }

  private static LogLine fault(QuarantineEntry entry, String code, String detail) {
    return new LogLine(entry.line(), entry.digest(), null, new Reason(code, "", detail));
  }

  private Uni<Void> record(QuarantineEntry entry, LogLine line) {
    Chunk chunk = new Chunk(0);
    chunk.add(line);
    return ledger
        .record(
            entry.tenant(),
            chunk.events(),
            (transaction, ofEvents) -> note(transaction, entry, chunk, chunk.outcomes(ofEvents)))
        .invoke(ofEvents -> metrics.events("replay", chunk.outcomes(ofEvents)))
        .replaceWithVoid();
  }

  private void note(
      Connection transaction, QuarantineEntry entry, Chunk chunk, List<Outcome> outcomes)
      throws SQLException {
    Refusal again = chunk.refusals(outcomes).stream().findFirst().orElse(null);
    boolean wasConflict = entry.reason().code().equals(Outcome.CONFLICT.reason().code());
    quarantine.replayed(transaction, entry.id(), again);
    table.recount(transaction, entry.objectId(), wasConflict, OutcomeCounts.of(outcomes));
  }
}
