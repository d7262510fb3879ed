package io.ledgerline.ingest.inlet.s3;

import static io.ledgerline.ingest.Api.as;

import io.ledgerline.testkit.S3Probe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.awaitility.Awaitility;

/** A folder of the bucket that the service under test watches, with Bedrock's layout in it. */
final class LogBucket implements AutoCloseable {
  static final String BUCKET = "bedrock-logs";

  private final S3Probe store = S3Probe.connect();
  private final String folder = "t-" + UUID.randomUUID() + "/";
  private final String account =
      Long.toString(100_000_000_000L + System.nanoTime() % 1_000_000_000);

  LogBucket() {
    store.createBucket(BUCKET);
  }

  /** The account of {@link #record}, used by no other test. */
  String account() {
    return account;
  }

  /** What all keys of this test begin with. */
  String folder() {
    return folder;
  }

  String key(String name) {
    return folder
        + "AWSLogs/"
        + account
        + "/BedrockModelInvocationLogs/us-east-1/2023/11/16/18/"
        + name;
  }

  void put(String name, byte[] bytes) {
    store.put(BUCKET, key(name), bytes);
  }

  void putLines(String name, String... lines) {
    put(name, gzip(Arrays.stream(lines).map(l -> l + "\n").collect(Collectors.joining())));
  }

  S3Probe store() {
    return store;
  }

  /** A record of this test's account. */
  String record(String requestId, int inputTokens, int outputTokens) {
    return """
        {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"2023-11-16T18:15:46Z",\
        "accountId":"%s","region":"us-east-1","requestId":"%s","operation":"Converse",\
        "modelId":"anthropic.claude-3-haiku-20240307-v1:0",\
        "identity":{"arn":"arn:aws:iam::%s:user/alice"},\
        "input":{"inputBodyJson":{"messages":[{"content":"a secret prompt"}]},"inputTokenCount":%d},\
        "output":{"outputTokenCount":%d}}"""
        .formatted(account, requestId, account, inputTokens, outputTokens);
  }

  /** The inlet's summary of this test's folder. */
  JsonPath summary() {
    return as(TestKeys.VIEWER)
        .queryParam("prefix", folder)
        .get("/api/v1/inlets/s3/summary")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Waits until so many objects of this test are known and none is pending. */
  JsonPath awaitSettled(int objects) {
    as(TestKeys.INGEST).post("/api/v1/inlets/s3/scans").then().statusCode(202);
    return Awaitility.await("all objects settled")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .until(
            this::summary,
            s ->
                s.getInt("objects.pending") == 0
                    && s.getInt("objects.done")
                            + s.getInt("objects.skipped")
                            + s.getInt("objects.failed")
                        == objects);
  }

  static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    store.keys(BUCKET, folder).forEach(key -> store.delete(BUCKET, key));
    store.close();
  }
}
