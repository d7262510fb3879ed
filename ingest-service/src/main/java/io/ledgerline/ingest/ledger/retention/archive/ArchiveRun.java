package io.ledgerline.ingest.ledger.retention.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.ingest.ledger.retention.RetentionConfig;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.StoredObject;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Writes an archive to its end, going on behind the last part that is noted. */
@ApplicationScoped
class ArchiveRun {
  private static final Logger LOG = Logger.getLogger(ArchiveRun.class);
  private static final String PART_TYPE = "application/gzip";

  private final BatchSource source;
  private final ArchiveTable table;
  private final PartStore store;
  private final ObjectMapper json;
  private final Clock clock;
  private final long partRows;

  ArchiveRun(
      BatchSource source,
      ArchiveTable table,
      PartStore store,
      ObjectMapper json,
      Clock clock,
      RetentionConfig config) {
    this.source = source;
    this.table = table;
    this.store = store;
    this.json = json;
    this.clock = clock;
    this.partRows = config.archive().partRows();
  }

  /**
   * Runs to the end.
   *
   * @param stopping asked between parts
   */
  void run(ArchiveClaim claim, BooleanSupplier stopping) {
    try {
      int part = claim.parts();
      long last = claim.lastBatchNo();
      for (long done = part(claim, part + 1, last); done > last; ) {
        part++;
        last = done;
        if (stopping.getAsBoolean()) {
          throw new CancellationException("stopping");
        }
        done = part(claim, part + 1, last);
      }
      finish(claim);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the next part; returns its last batch, or {@code after} when nothing was left. */
  private long part(ArchiveClaim claim, int number, long after) throws IOException {
    LocalDate month = claim.month().atDay(1);
    try (PartFile file = new PartFile(json)) {
      long last = after;
      List<ArchivedBatch> batches = source.next(month, claim.watermark(), last);
      while (!batches.isEmpty()) {
        for (ArchivedBatch batch : batches) {
          if (file.rows() < partRows) {
            file.add(batch);
          }
        }
        last = file.lastBatchNo();
        batches = file.rows() < partRows ? source.next(month, claim.watermark(), last) : List.of();
      }
      if (!file.isEmpty()) {
        file.finish();
        upload(claim, number, file);
      }
      return last;
    }
  }

  private void upload(ArchiveClaim claim, int number, PartFile file) throws IOException {
    ObjectAddress address = new ObjectAddress(claim.bucket(), claim.partKey(number));
    StoredObject stored = store.put(address, file.path(), PART_TYPE);
    ArchivePart part =
        new ArchivePart(address.key(), stored.size(), stored.sha256(), file.batches(), file.rows());
    table.part(claim, number, part, file.lastBatchNo(), new JsonObject(text(file.sums())));
    LOG.infof("Archived %d rows of %s to %s", part.rows(), claim.month(), address);
  }

  private void finish(ArchiveClaim claim) throws IOException {
    List<ArchiveTable.NotedPart> noted = table.parts(claim);
    PartSums sums = PartSums.none();
    for (ArchiveTable.NotedPart part : noted) {
      sums.add(json.readValue(part.sums().encode(), PartSums.class));
    }
    List<ArchivePart> parts = noted.stream().map(ArchiveTable.NotedPart::part).toList();
    Manifest manifest =
        new Manifest(
            Manifest.FORM,
            claim.month().toString(),
            claim.id(),
            claim.whole(),
            clock.instant(),
            claim.watermark(),
            HexFormat.of().formatHex(table.chain(claim.watermark())),
            parts.stream().mapToLong(ArchivePart::batches).sum(),
            parts.stream().mapToLong(ArchivePart::rows).sum(),
            sums.byTenant(),
            parts);
    ObjectAddress address = new ObjectAddress(claim.bucket(), claim.manifestKey());
    StoredObject stored = store.put(address, json.writeValueAsBytes(manifest), "application/json");
    table.done(claim, address.key(), stored.sha256());
    LOG.infof("The archive of %s is whole: %s", claim.month(), address);
  }

  private String text(PartSums sums) throws JsonProcessingException {
    return json.writeValueAsString(sums);
  }
}
