package io.ledgerline.ingest.inlet.s3;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@IngestTest
class S3InletIT {
  private final LogBucket bucket = new LogBucket();

  @AfterEach
  void clear() {
    bucket.close();
  }

  @Test
  void case14OfThreeLinesABodyAndAMarkerExactlyThreeRecordsAreRead() {
    bucket.putLines(
        "a.json.gz",
        bucket.record("r-1", 10, 1),
        bucket.record("r-2", 20, 2),
        bucket.record("r-3", 30, 3));
    bucket.put("data/r-9_input.json.gz", LogBucket.gzip("{\"prompt\":\"secret\"}"));
    bucket.put("amazon-bedrock-logs-permission-check", new byte[0]);

    JsonPath summary = bucket.awaitSettled(3);

    assertThat(summary.getInt("objects.done")).isEqualTo(1);
    assertThat(summary.getInt("objects.skipped")).isEqualTo(2);
    assertThat(summary.getInt("events.recorded")).isEqualTo(3);
    assertThat(summary.getInt("events.rejected")).isZero();
  }

  @Test
  void anObjectIsReadOnceHoweverOftenItIsListed() {
    bucket.putLines("a.json.gz", bucket.record("r-1", 10, 1));
    bucket.awaitSettled(1);

    JsonPath again = bucket.awaitSettled(1);

    assertThat(again.getInt("events.recorded")).isEqualTo(1);
    assertThat(again.getInt("events.duplicate")).isZero();
  }

  @Test
  void case09ARecordDeliveredInTwoObjectsCountsOnce() {
    bucket.putLines("a.json.gz", bucket.record("r-1", 10, 1));
    bucket.putLines("b.json.gz", bucket.record("r-1", 10, 1), bucket.record("r-2", 5, 5));

    JsonPath summary = bucket.awaitSettled(2);

    assertThat(summary.getInt("events.recorded")).isEqualTo(2);
    assertThat(summary.getInt("events.duplicate")).isEqualTo(1);
  }

  @Test
  void case10ARecordWithoutIdentityIsRefusedByPointerAndItsNeighboursCount() {
    bucket.putLines(
        "a.json.gz",
        bucket.record("r-1", 10, 1),
        bucket.record("r-2", 20, 2).replaceAll("\"identity\":\\{[^}]*},", ""),
        "no json at all, but a secret",
        bucket.record("r-3", 30, 3));

    JsonPath summary = bucket.awaitSettled(1);

    assertThat(summary.getInt("events.recorded")).isEqualTo(2);
    assertThat(summary.getInt("events.rejected")).isEqualTo(2);
    JsonPath entries = quarantine();
    assertThat(entries.getList("line", Integer.class)).containsExactly(3, 2);
    assertThat(entries.getList("reason.code")).containsExactly("malformed-json", "missing");
    assertThat(entries.getString("reason[1].field")).isEqualTo("identity.arn");
    assertThat(entries.getString("digest[0]")).hasSize(64);
    assertThat(entries.prettify()).doesNotContain("secret");
  }

  @Test
  void anObjectThatIsNoGzipFailsByItself() {
    bucket.put("a.json.gz", "plain text".getBytes(StandardCharsets.UTF_8));
    bucket.putLines("b.json.gz", bucket.record("r-1", 10, 1));

    JsonPath summary = bucket.awaitSettled(2);

    assertThat(summary.getInt("objects.failed")).isEqualTo(1);
    assertThat(summary.getInt("objects.done")).isEqualTo(1);
    assertThat(summary.getInt("events.recorded")).isEqualTo(1);
    assertThat(quarantine().getString("reason[0].code")).isEqualTo("not-gzip");
    assertThat(quarantine().getInt("line[0]")).isZero();
  }

  @Test
  void linesBeforeACutAreRecordedAndTheObjectFails() {
    byte[] whole = LogBucket.gzip(("%s\n".formatted(bucket.record("r-1", 10, 1))).repeat(3000));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
    bucket.put("a.json.gz", cut);

    JsonPath summary = bucket.awaitSettled(1);

    assertThat(summary.getInt("objects.failed")).isEqualTo(1);
    assertThat(summary.getInt("events.recorded")).isEqualTo(1);
    assertThat(summary.getInt("events.duplicate")).isPositive();
    assertThat(quarantine().getList("reason.code")).contains("truncated");
  }

  @Test
  void case05And06ImagesArePricedByABodyThatLiesApart() {
    String withBody =
        """
        {"timestamp":"2023-11-16T18:15:46Z","accountId":"%s","region":"us-east-1",\
        "requestId":"r-7","operation":"InvokeModel","modelId":"stability.stable-diffusion-xl-v1",\
        "identity":{"arn":"arn:aws:iam::1:user/bob"},\
        "input":{"inputBodyS3Path":"s3://%s/%s"}}"""
            .formatted(bucket.account(), LogBucket.BUCKET, bucket.key("data/r-7_input.json.gz"));
    bucket.putLines("a.json.gz", withBody);

    assertThat(bucket.awaitSettled(1).getInt("events.rejected")).isEqualTo(1);
    JsonPath refused = quarantine();
    assertThat(refused.getString("reason[0].code")).isEqualTo("body-missing");

    bucket.put("data/r-7_input.json.gz", LogBucket.gzip("{\"text_prompts\":[],\"steps\":60}"));
    as(TestKeys.INGEST)
        .post("/api/v1/inlets/quarantine/" + refused.getString("id[0]") + "/replays")
        .then()
        .statusCode(200)
        .body("state", equalTo("RESOLVED"));

    JsonPath summary = bucket.summary();
    assertThat(summary.getInt("events.recorded")).isEqualTo(1);
    assertThat(summary.getInt("events.rejected")).isZero();
  }

  @Test
  void objectsAreListedPageByPage() {
    for (int i = 0; i < 5; i++) {
      bucket.putLines(i + ".json.gz", bucket.record("r-" + i, 1, 1));
    }
    bucket.awaitSettled(5);

    String cursor =
        as(TestKeys.VIEWER)
            .queryParam("prefix", bucket.folder())
            .queryParam("limit", 3)
            .get("/api/v1/inlets/s3/objects")
            .then()
            .statusCode(200)
            .body("items", hasSize(3))
            .body("items.state", everyItem(equalTo("DONE")))
            .body("items[0].events.recorded", equalTo(1))
            .body("items.key", everyItem(not(containsString("secret"))))
            .extract()
            .path("nextCursor");
    as(TestKeys.VIEWER)
        .queryParam("prefix", bucket.folder())
        .queryParam("limit", 3)
        .queryParam("cursor", cursor)
        .get("/api/v1/inlets/s3/objects")
        .then()
        .body("items", hasSize(2));
  }

  private JsonPath quarantine() {
    JsonPath all =
        as(TestKeys.VIEWER)
            .get("/api/v1/inlets/quarantine")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return JsonPath.from(
        new io.vertx.core.json.JsonArray(
                all.<java.util.Map<String, Object>>getList("items").stream()
                    .filter(item -> item.get("key").toString().startsWith(bucket.folder()))
                    .toList())
            .encode());
  }
}
