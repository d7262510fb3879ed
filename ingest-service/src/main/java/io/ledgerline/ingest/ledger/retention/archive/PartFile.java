package io.ledgerline.ingest.ledger.retention.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** A part that is being written to a temporary file, which goes when this is closed. */
final class PartFile implements AutoCloseable {
  private static final int BUFFER = 64 * 1024;

  private final Path path;
  private final OutputStream lines;
  private final ObjectWriter json;
  private final PartSums sums = PartSums.none();
  private long batches;
  private long rows;
  private long lastBatchNo;

  PartFile(ObjectMapper mapper) throws IOException {
    this.json = mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    this.path = Files.createTempFile("ledger-archive-", ".ndjson.gz");
    this.lines =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(path), BUFFER), BUFFER);
  }

  /** Adds a whole batch. */
  void add(ArchivedBatch batch) throws IOException {
    line(batch.header());
    for (RowLine row : batch.rows()) {
      line(row);
      sums.add(batch.header().tenant(), row);
    }
    batches++;
    rows += batch.rows().size();
    lastBatchNo = batch.header().batchNo();
  }

  /** Ends the file; only then its bytes are all there. */
  void finish() throws IOException {
    lines.close();
  }

  Path path() {
    return path;
  }

  boolean isEmpty() {
    return batches == 0;
  }

  long batches() {
    return batches;
  }

  long rows() {
    return rows;
  }

  long lastBatchNo() {
    return lastBatchNo;
  }

  PartSums sums() {
    return sums;
  }

  @Override
  public void close() throws IOException {
    try {
      lines.close();
    } finally {
      Files.deleteIfExists(path);
    }
  }

  private void line(Object value) throws IOException {
    lines.write(json.writeValueAsBytes(value));
    lines.write('\n');
  }
}
