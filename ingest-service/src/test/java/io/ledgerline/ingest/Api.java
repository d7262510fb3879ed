package io.ledgerline.ingest;

import static io.restassured.RestAssured.given;

import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/** Calls of the service as tests make them. */
public final class Api {
  private Api() {}

  /** A call with a key. */
  public static RequestSpecification as(String key) {
    return given().header("Authorization", TestKeys.bearer(key));
  }

  /** Sends events with the ingest key. */
  public static ValidatableResponse post(String body) {
    return as(TestKeys.INGEST)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/events")
        .then();
  }

  /** An event of its own source, in 2023, with ten input tokens. */
  public static String event(String source, String id) {
    return event(source, id, "2023-11-16T18:15:46Z", "10");
  }

  /** An event at a time with a number of input tokens. */
  public static String event(String source, String id, String time, String tokens) {
    return """
        {"source": "%s", "id": "%s", "time": "%s", "sourceAccount": "123456789012",
         "principal": "alice", "provider": "openai", "model": "gpt-4o",
         "quantities": {"input_tokens": %s, "requests": 1}, "tags": {"team": "search"}}"""
        .formatted(source, id, time, tokens);
  }

  /** A source that no other test uses. */
  public static String newSource() {
    return "test:" + UUID.randomUUID();
  }
}
