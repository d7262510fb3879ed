package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.local.client.StoreClient;
import io.ledgerline.local.parts.Buckets;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;

/** Writes invocation logs to a running suite's store and waits until they are taken in. */
final class BedrockLogs {
  private BedrockLogs() {}

  /** A text as a gzipped object. */
  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Writes one object. */
  static void put(RunningSuite suite, String key, byte[] bytes) {
    try (StoreClient store = suite.store()) {
      store.put(Buckets.BEDROCK_LOGS, key, bytes);
    }
  }

  /** Asks for a scan and waits until {@code objects} below {@code prefix} have been dealt with. */
  static JsonPath takenIn(RunningSuite suite, String prefix, int objects) {
    suite.to("ingest").post("/api/v1/inlets/s3/scans").then().statusCode(202);
    JsonPath summary =
        Awaitility.await("objects below " + prefix)
            .atMost(Duration.ofSeconds(90))
            .pollInterval(Duration.ofMillis(250))
            .ignoreExceptions()
            .until(
                () ->
                    suite
                        .to("ingest")
                        .queryParam("prefix", prefix)
                        .get("/api/v1/inlets/s3/summary")
                        .jsonPath(),
                json -> json.getInt("objects.pending") == 0 && seen(json) >= objects);
    assertThat(seen(summary)).as(summary.prettify()).isEqualTo(objects);
    return summary;
  }

  private static int seen(JsonPath summary) {
    return summary.getInt("objects.done")
        + summary.getInt("objects.skipped")
        + summary.getInt("objects.failed");
  }
}
