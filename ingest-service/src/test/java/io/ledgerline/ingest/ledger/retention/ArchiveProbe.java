package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.ingest.ledger.retention.archive.ArchivePart;
import io.ledgerline.ingest.ledger.retention.archive.ArchiveReader;
import io.ledgerline.ingest.ledger.retention.archive.ArchivedBatch;
import io.ledgerline.ingest.ledger.retention.archive.Manifest;
import io.ledgerline.platform.objectstore.ObjectAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** An archive read back from the store; every digest of it was checked on the way. */
final class ArchiveProbe {
  private final Manifest manifest;
  private final List<ArchivedBatch> batches = new ArrayList<>();

  ArchiveProbe(ArchiveReader reader, RetentionLab lab) throws IOException {
    String address = lab.listed().getString("archive.manifest");
    String bucket = "s3://" + RetentionProfile.BUCKET + "/";
    manifest =
        reader.manifest(
            new ObjectAddress(RetentionProfile.BUCKET, address.substring(bucket.length())),
            lab.listed().getString("archive.manifestSha256"));
    for (ArchivePart part : manifest.parts()) {
      reader.part(RetentionProfile.BUCKET, part, batches::add);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  List<ArchivedBatch> batches() {
    return batches;
  }

  /** The ids that a source gave its events. */
  List<String> ids(String source) {
    return batches.stream()
        .flatMap(batch -> batch.rows().stream())
        .filter(row -> row.source().equals(source))
        .map(row -> row.id())
        .toList();
  }
}
