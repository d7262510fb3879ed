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
class LogLines {
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
    try {
      BedrockRecord record = BedrockRecordReader.read(line.buffer(), line.length());
      metrics.unknownFields(S3Inlet.NAME, record.ignored());
      ImageRequest image =
          BedrockMapping.bodyNeeded(record).map(bodies::read).orElse(record.image());
      return new LogLine(line.number(), line.digest(), BedrockMapping.event(record, image), null);
    } catch (InvalidValueException e) {
      return new LogLine(line.number(), line.digest(), null, Reason.of(e));
    }
  }
}
