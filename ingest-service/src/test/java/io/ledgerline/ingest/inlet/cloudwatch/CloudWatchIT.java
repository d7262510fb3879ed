package io.ledgerline.ingest.inlet.cloudwatch;

import static io.ledgerline.ingest.Api.as;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.platform.objectstore.Sha256;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@IngestTest
class CloudWatchIT {
  @Inject Pool database;

  private static final String PATH = "/api/v1/inlets/bedrock/";

  private static String record(String id, String account) {
    return """
        {"schemaType":"ModelInvocationLog","timestamp":"2020-02-03T04:05:06Z","accountId":"%s",
         "region":"eu-west-1","requestId":"%s","operation":"InvokeModelWithResponseStream",
         "modelId":"anthropic.claude-3-haiku-20240307-v1:0","identity":{"arn":"arn:x"},
         "input":{"inputTokenCount":3,"cacheReadInputTokenCount":5},
         "output":{"outputBodyJson":[{"type":"a"}],"outputTokenCount":7}}"""
        .formatted(account, id);
  }

  private static String envelope(String... messages) {
    JsonArray events = new JsonArray();
    for (int i = 0; i < messages.length; i++) {
      events.add(new JsonObject().put("id", "e" + i).put("message", messages[i]));
    }
    return new JsonObject()
        .put("messageType", "DATA_MESSAGE")
        .put("logGroup", "g")
        .put("logStream", "aws/bedrock/modelinvocations")
        .put("logEvents", events)
        .encode();
  }

  private static ValidatableResponse firehose(String key, String data) {
    return given()
        .header("X-Amz-Firehose-Access-Key", key)
        .contentType(ContentType.JSON)
        .body(
            """
            {"requestId": "fh-1", "timestamp": 1578090901599, "records": [{"data": "%s"}]}"""
                .formatted(data))
        .post(PATH + "firehose")
        .then();
  }

  private static int recorded(String account) {
    return as(TestKeys.VIEWER)
        .queryParam("sourceAccount", account)
        .get("/api/v1/usage")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items")
        .size();
  }

  @Test
  void anEnvelopeIsAnsweredRecordByRecordAndCountsOnce() {
    String good = record("cw-1", "cw-account-1");
    byte[] body =
        EnvelopeTest.gzip(envelope(good, "START of something", good.replace("\"arn\"", "\"a\"")));
    as(TestKeys.INGEST)
        .contentType("application/octet-stream")
        .body(body)
        .post(PATH + "cloudwatch")
        .then()
        .statusCode(200)
        .body("results.status", contains("recorded", "rejected"))
        .body("results.id", contains("e0", "e2"))
        .body("results[1].reason.field", equalTo("identity.arn"));
    as(TestKeys.INGEST)
        .contentType(ContentType.JSON)
        .body(envelope(good))
        .post(PATH + "cloudwatch")
        .then()
        .statusCode(200)
        .body("results.status", contains("duplicate"));
    as(TestKeys.INGEST)
        .contentType(ContentType.JSON)
        .body("{}")
        .post(PATH + "cloudwatch")
        .then()
        .statusCode(400)
        .body("code", equalTo("invalid-request"));
    assertThat(recorded("cw-account-1")).isEqualTo(1);
  }

  @Test
  void firehoseHearsItsRequestIdAndSendsWhatWasRefusedNotAgain() {
    String good = record("fh-1", "cw-account-2");
    firehose(
            TestKeys.INGEST,
            Base64.getEncoder().encodeToString(EnvelopeTest.gzip(envelope(good, "modelId?"))))
        .statusCode(200)
        .body("requestId", equalTo("fh-1"))
        .body("timestamp", greaterThan(0L));
    assertThat(recorded("cw-account-2")).isEqualTo(1);
    String other = record("fh-1", "cw-account-3");
    String late = record("fh-2", "cw-account-2").replace("2020-02-03", "1990-02-03");
    String twice = Base64.getEncoder().encodeToString(envelope(other, late).getBytes(UTF_8));
    firehose(TestKeys.INGEST, twice).statusCode(200);
    firehose(TestKeys.INGEST, twice).statusCode(200);
    firehose(TestKeys.INGEST, "no base64 !").statusCode(200);
    ValidatableResponse quarantine =
        as(TestKeys.VIEWER)
            .queryParam("location", "firehose")
            .get("/api/v1/inlets/quarantine")
            .then()
            .body("items.state", everyItem(equalTo("OPEN")))
            .body("items.digest", everyItem(matchesPattern("[0-9a-f]{64}")))
            .body("items.reason.code", contains("not-base64", "time-too-early", "malformed-json"))
            .body(
                "items.key",
                contains(
                    "fh-1", "aws/bedrock/modelinvocations e1", "aws/bedrock/modelinvocations e1"))
            .body("items[1].bucket", equalTo("g"))
            .body("items[1].line", equalTo(2))
            .body("items[1].replays", equalTo(1));
    int open = quarantine.extract().path("items[1].id");
    as(TestKeys.INGEST)
        .post("/api/v1/inlets/quarantine/" + open + "/replays")
        .then()
        .statusCode(409)
        .body("code", equalTo("conflict"));
    database
        .preparedQuery(
            "UPDATE quarantine_entry SET digest = $1 WHERE id = $2 AND location = 'firehose'")
        .execute(Tuple.of(Sha256.of(other.getBytes(UTF_8)), (long) open))
        .await()
        .indefinitely();
    firehose(TestKeys.INGEST, twice).statusCode(200);
    as(TestKeys.INGEST)
        .post("/api/v1/inlets/quarantine/" + open + "/replays")
        .then()
        .statusCode(200)
        .body("state", equalTo("RESOLVED"));
    firehose("ll_wrong", "").statusCode(401).body("errorMessage", notNullValue());
    firehose(TestKeys.VIEWER, "").statusCode(403).body("errorMessage", notNullValue());
  }
}
