package io.ledgerline.ingest.inlet.dynamoguard;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.Api;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IngestTest
class DynamoGuardFeedIT {
  private final String environment = UUID.randomUUID().toString();

  private String call(String id, String tokens) {
    return """
        {"environment":"%s","requestId":"%s","endpoint":"chat","time":"2023-11-07T12:00:00Z",
         "policies":5,"inputTokens":%s,"outputTokens":30}"""
        .formatted(environment, id, tokens);
  }

  private static ValidatableResponse post(String body, String query) {
    return Api.as(TestKeys.INGEST)
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", "feed-" + body.hashCode() + query)
        .body(body)
        .post("/api/v1/inlets/dynamoguard/events" + query)
        .then();
  }

  @Test
  void callsAreAnsweredOneByOneAndOnceOnly() {
    String body = "[" + call("1", "20") + "," + call("2", "-1") + "," + call("1", "21") + "]";
    post(body, "?dryRun=true").statusCode(200).body("counts.valid", equalTo(2));
    post(body, "")
        .statusCode(200)
        .body("results.status", contains("recorded", "rejected", "conflict"))
        .body("results[1].id", equalTo("2"))
        .body("results[1].reason.field", equalTo("inputTokens"));
    post(body, "")
        .header("Idempotency-Replayed", equalTo("true"))
        .body("results.status", contains("recorded", "rejected", "conflict"));
    post(call("1", "20"), "").statusCode(200).body("results[0].status", equalTo("duplicate"));
    post(call("3", "-1"), "").statusCode(422).body("code", equalTo("invalid-event"));
  }
}
