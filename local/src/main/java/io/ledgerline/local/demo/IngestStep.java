package io.ledgerline.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.local.client.ApiClient;
import io.ledgerline.local.parts.Buckets;
import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;

/** Has the inlet look for the new objects, and waits until it has done with all of them. */
final class IngestStep {
  private final ApiClient ingest;
  private final DemoOutput out;

  IngestStep(ApiClient ingest, DemoOutput out) {
    this.ingest = ingest;
    this.out = out;
  }

  /** Returns what became of the records. */
  Counts run(LogUpload.Uploaded uploaded, long requests)
      throws IOException, InterruptedException, SuiteException {
    ingest.post("/api/v1/inlets/s3/scans", null);
    String path =
        "/api/v1/inlets/s3/summary?location="
            + Buckets.BEDROCK_LOGS
            + "&prefix="
            + uploaded.prefix();
    JsonNode summary =
        new Waiting(out)
            .until(
                "The end of the ingestion",
                () -> ingest.get(path),
                answer -> isOver(answer.path("objects"), uploaded.recordObjects()),
                answer ->
                    "%s of %d objects read"
                        .formatted(answer.path("objects").path("done"), uploaded.recordObjects()));
    Counts counts = Counts.of(summary.path("events"));
    out.say(
        "recorded %,d   duplicates %,d   rejected %,d   conflicts %,d",
        counts.recorded(), counts.duplicates(), counts.rejected(), counts.conflicts());
    Check.same("the number of objects that could not be read", 0, failed(summary));
    Check.same(
        "events recorded and duplicates together",
        requests,
        counts.recorded() + counts.duplicates());
    Check.same("rejected and conflicting events", 0, counts.rejected() + counts.conflicts());
    return counts;
  }

  private static boolean isOver(JsonNode objects, long wanted) {
    return objects.path("done").asLong() + objects.path("failed").asLong() >= wanted
        && objects.path("pending").asLong() == 0;
  }

  private static long failed(JsonNode summary) {
    return summary.path("objects").path("failed").asLong();
  }

  /**
   * What became of the records of a delivery.
   *
   * @param recorded new to the ledger
   * @param duplicates known to it already
   * @param rejected refused, and kept in the quarantine
   * @param conflicts known with another content
   */
  record Counts(long recorded, long duplicates, long rejected, long conflicts) {
    static Counts of(JsonNode events) {
      return new Counts(
          events.path("recorded").asLong(),
          events.path("duplicate").asLong(),
          events.path("rejected").asLong(),
          events.path("conflict").asLong());
    }
  }
}
