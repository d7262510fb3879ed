package io.ledgerline.ingest.ledger.retention.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.platform.objectstore.ObjectAddress;
import io.ledgerline.platform.objectstore.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads an archive back and checks it: the manifest's and every part's SHA-256, every batch's
 * digest. Memory is that of one batch. Blocks: for virtual threads.
 */
@ApplicationScoped
public class ArchiveReader {
  private static final int MAX_MANIFEST = 64 * 1024 * 1024;

  private final ObjectStore store;
  private final ObjectMapper json;

  ArchiveReader(ObjectStore store, ObjectMapper json) {
    this.store = store;
    this.json = json;
  }

  /**
   * Reads a manifest.
   *
   * @param sha256 what the ledger noted of it, hex
   */
  public Manifest manifest(ObjectAddress address, String sha256) throws IOException {
    byte[] bytes = store.get(address, MAX_MANIFEST).await().indefinitely();
    if (!HexFormat.of().formatHex(PartStore.sha256().digest(bytes)).equals(sha256)) {
      throw new NotGenuineException(address + " is not the manifest that was written");
    }
    Manifest manifest = json.readValue(bytes, Manifest.class);
    if (!Manifest.FORM.equals(manifest.form())) {
      throw new NotGenuineException(address + " has an unknown form: " + manifest.form());
    }
    return manifest;
  }

  /** Gives each batch of a part to {@code each}, after its digest was checked. */
  public void part(String bucket, ArchivePart part, Consumer<ArchivedBatch> each) {
    ObjectAddress address = new ObjectAddress(bucket, part.key());
    store
        .read(
            address,
            (head, body) -> {
              DigestInputStream digesting = new DigestInputStream(body, PartStore.sha256());
              batches(address, digesting, each);
              digesting.transferTo(OutputStream.nullOutputStream());
              String sha256 = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
              if (!sha256.equals(part.sha256())) {
                throw new NotGenuineException(address + " is not the part that was written");
              }
              return part;
            })
        .await()
        .indefinitely();
  }

  private void batches(ObjectAddress address, InputStream packed, Consumer<ArchivedBatch> each)
      throws IOException {
    BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      BatchLine header = json.readValue(line, BatchLine.class);
      List<RowLine> rows = new ArrayList<>(header.events());
      for (int i = 0; i < header.events(); i++) {
        String row = lines.readLine();
        if (row == null) {
          throw new NotGenuineException(address + " ends within a batch");
        }
        rows.add(json.readValue(row, RowLine.class));
      }
      ArchivedBatch batch = new ArchivedBatch(header, rows);
      if (!batch.isGenuine()) {
        throw new NotGenuineException(
            "%s: batch %s has not the rows that were accepted".formatted(address, header.batch()));
      }
      each.accept(batch);
    }
  }
}
