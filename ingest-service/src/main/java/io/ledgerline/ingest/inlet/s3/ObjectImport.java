package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.inlet.quarantine.Quarantine;
import io.ledgerline.ingest.inlet.quarantine.Refusal;
import io.ledgerline.ingest.inlet.quarantine.RefusedObject;
import io.ledgerline.ingest.ledger.LedgerWriter;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Reads one claimed object and records its lines in chunks. A chunk's events, counts, refusals and
 * the number of lines done are one transaction. Blocks; runs on virtual threads.
 */
@ApplicationScoped
class ObjectImport {
  /** So many attempts may end in the middle of the data before the object itself is blamed. */
  private static final int ATTEMPTS_AT_CUT_DATA = 3;

  /** A chunk is recorded at the latest after this, well within the lease. */
  private static final Duration LONGEST_CHUNK = Duration.ofSeconds(3);

  private final ObjectStore store;
  private final LogLines logLines;
  private final LedgerWriter ledger;
  private final ClaimTable table;
  private final Quarantine quarantine;
  private final InletMetrics metrics;
  private final S3InletConfig config;

  ObjectImport(
      ObjectStore store,
      LogLines logLines,
      LedgerWriter ledger,
      ClaimTable table,
      Quarantine quarantine,
      InletMetrics metrics,
      S3InletConfig config) {
    this.store = store;
    this.logLines = logLines;
    this.ledger = ledger;
    this.table = table;
    this.quarantine = quarantine;
    this.metrics = metrics;
    this.config = config;
  }

  /**
   * Reads an object to its end.
   *
   * @param stopping asked between chunks
   * @return whether it was readable to its end; if not, that is noted
   * @throws CancellationException when it was to stop
   */
  boolean run(Claim claim, BooleanSupplier stopping) {
    return store
        .read(claim.address(), (head, body) -> read(claim, body, stopping))
        .await()
        .indefinitely();
  }

  private boolean read(Claim claim, InputStream body, BooleanSupplier stopping) throws IOException {
    Progress progress = new Progress(claim, stopping);
    try {
      LineReader lines =
          new LineReader(
              Gunzip.of(body),
              Math.toIntExact(config.maxLine().asLongValue()),
              config.maxObject().asLongValue());
      while (lines.next()) {
        if (lines.number() > claim.linesDone()) {
          progress.take(lines);
        }
      }
    } catch (BadObjectException bad) {
      if (bad.mayPass() && claim.attempts() < ATTEMPTS_AT_CUT_DATA) {
        throw bad;
      }
      progress.end(bad);
      return false;
    }
    progress.end(null);
    return true;
  }

  /** How far this attempt is. */
  private final class Progress {
    private final Claim claim;
    private final BooleanSupplier stopping;
    private Chunk chunk;

    Progress(Claim claim, BooleanSupplier stopping) {
      this.claim = claim;
      this.stopping = stopping;
      this.chunk = new Chunk(claim.linesDone());
    }

    void take(LineReader lines) {
      if (!lines.isBlank()) {
        chunk.add(logLines.read(lines));
      }
      chunk.passed(lines.number());
      if (chunk.size() >= config.linesPerCommit() || chunk.age() > LONGEST_CHUNK.toNanos()) {
        commit(claim, chunk, false, null);
        chunk = new Chunk(lines.number());
        if (stopping.getAsBoolean()) {
          throw new CancellationException("stopping");
        }
      }
    }

    /** Records what is left, and with it that the object is done, or why it cannot be. */
    void end(BadObjectException bad) {
      commit(claim, chunk, bad == null, bad);
    }
  }

  private void commit(Claim claim, Chunk chunk, boolean last, BadObjectException bad) {
    List<Outcome> outcomes =
        ledger
            .record(
                claim.tenant(),
                chunk.events(),
                (connection, ofEvents) ->
                    note(connection, claim, chunk, chunk.outcomes(ofEvents), last, bad))
            .map(chunk::outcomes)
            .await()
            .indefinitely();
    metrics.events(S3Inlet.NAME, outcomes);
  }

  private void note(
      Connection transaction,
      Claim claim,
      Chunk chunk,
      List<Outcome> outcomes,
      boolean last,
      BadObjectException bad)
      throws SQLException {
    List<Refusal> refusals = new ArrayList<>(chunk.refusals(outcomes));
    if (bad != null) {
      refusals.add(new Refusal(0, null, new Reason(bad.code(), "", bad.getMessage())));
    }
    RefusedObject object =
        new RefusedObject(claim.id(), claim.tenant(), claim.location(), claim.address());
    table.progress(transaction, claim, chunk.lastLine(), OutcomeCounts.of(outcomes), last);
    quarantine.add(transaction, object, refusals);
    if (bad != null) {
      table.failed(transaction, claim, bad.code(), bad.getMessage());
    }
  }
}
