package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.ingest.inlet.InletMetrics;
import io.ledgerline.ingest.inlet.bedrock.BedrockMapping;
import io.ledgerline.ingest.inlet.bedrock.BedrockRecord;
import io.ledgerline.ingest.inlet.bedrock.BedrockRecordReader;
import io.ledgerline.ingest.inlet.bedrock.ImageRequest;
import io.ledgerline.ingest.ledger.Reason;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells what the lines of a log mean; blocks where a body has to be read. */
@ApplicationScoped
public class LogLines {
  private final Bodies bodies;
  private final InletMetrics metrics;

  LogLines(Bodies bodies, InletMetrics metrics) {
    this.bodies = bodies;
    this.metrics = metrics;
  }

  /** Reads the line that a reader stands at. */
  LogLine read(LineReader line) {
    if (line.isTooLong()) {
      return new LogLine(
          line.number(),
          line.digest(),
          null,
          new Reason("line-too-long", "", "The line is longer than this inlet reads."));
    }
    return read(S3Inlet.NAME, line.buffer(), line.length(), line.number(), line.digest());
  }

  /**
   * Reads a record.
   *
   * @param inlet who brought it
   * @param buffer holds it
   * @param length its bytes, from the buffer's start
   * @param number its place, from 1
   * @param digest SHA-256 of its bytes, hex; null when nobody needs it
   */
  public LogLine read(String inlet, byte[] buffer, int length, long number, String digest) {
    try {
      BedrockRecord record = BedrockRecordReader.read(buffer, length);
      metrics.unknownFields(inlet, record.ignored());
      ImageRequest image =
          BedrockMapping.bodyNeeded(record).map(bodies::read).orElse(record.image());
      return new LogLine(number, digest, BedrockMapping.event(record, image), null);
    } catch (InvalidValueException e) {
      return new LogLine(number, digest, null, Reason.of(e));
    }
  }
}
