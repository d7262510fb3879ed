package io.ledgerline.ingest.ledger.retention.restore;

import io.ledgerline.ingest.ledger.retention.Months;
import io.ledgerline.ingest.ledger.retention.RetentionConfig;
import io.ledgerline.ingest.ledger.retention.archive.ArchivePart;
import io.ledgerline.ingest.ledger.retention.archive.ArchiveReader;
import io.ledgerline.ingest.ledger.retention.archive.Manifest;
import io.ledgerline.ingest.ledger.retention.archive.NotGenuineException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Reads a month back from its archive and makes it a partition again. */
@ApplicationScoped
class RestorationRun {
  private static final Logger LOG = Logger.getLogger(RestorationRun.class);

  private final Pool pool;
  private final ArchiveReader reader;
  private final RowLoader loader;
  private final RestorationTable restorations;
  private final RetentionConfig config;

  RestorationRun(
      Pool pool,
      ArchiveReader reader,
      RowLoader loader,
      RestorationTable restorations,
      RetentionConfig config) {
    this.pool = pool;
    this.reader = reader;
    this.loader = loader;
    this.restorations = restorations;
    this.config = config;
  }

  void run(RestorationClaim claim) throws IOException {
    Manifest manifest = reader.manifest(claim.manifest(), claim.manifestSha256());
    for (long fence = 1; fence < claim.fence(); fence++) {
      execute("DROP TABLE IF EXISTS " + claim.table(fence));
    }
    execute(
        "CREATE TABLE "
            + claim.table()
            + " (LIKE ledger_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)");
    AtomicLong rows = new AtomicLong();
    for (ArchivePart part : manifest.parts()) {
      reader.part(
          claim.manifest().bucket(),
          part,
          batch -> {
            loader.load(claim.table(), batch);
            rows.addAndGet(batch.rows().size());
          });
      restorations.prolong(claim);
    }
    if (rows.get() != manifest.rows()) {
      throw new NotGenuineException(
          "the archive has %d rows and was written with %d".formatted(rows.get(), manifest.rows()));
    }
    attach(claim);
    LOG.infof("%s is part of the ledger again, with %d rows", claim.month(), rows.get());
  }

  private void attach(RestorationClaim claim) {
    String partition = Months.table(claim.month());
    String from = Months.start(claim.month()).toString();
    String to = Months.end(claim.month()).toString();
    List<String> steps =
        List.of(
            "SET LOCAL lock_timeout = " + config.lockWait().toMillis(),
            "ALTER TABLE " + claim.table() + " RENAME TO " + partition,
            "ALTER TABLE %s ADD CHECK (charge_time >= '%s' AND charge_time < '%s')"
                .formatted(partition, from, to),
            "ALTER TABLE ledger_event ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                .formatted(partition, from, to));
    pool.withTransaction(
            connection ->
                all(connection, steps)
                    .chain(
                        () ->
                            connection
                                .preparedQuery("SELECT close_ledger_month($1)")
                                .execute(Tuple.of(claim.month().atDay(1))))
                    .chain(() -> restorations.done(connection, claim)))
        .await()
        .indefinitely();
  }

  private static Uni<Void> all(SqlConnection connection, List<String> statements) {
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String statement : statements) {
      done = done.chain(() -> connection.query(statement).execute().replaceWithVoid());
    }
    return done;
  }

  private void execute(String sql) {
    pool.query(sql).execute().await().indefinitely();
  }
}
