package io.ledgerline.ingest.inlet.http;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class BadInputIT {
  private static final String PROBLEM = "application/problem+json";

  private final String source = newSource();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "{\"source\": | 400 | malformed-json",
        "[NaN] | 400 | malformed-json",
        "'' | 400 | malformed-json",
        "[] | 400 | empty-batch",
        "{\"events\": []} | 400 | empty-batch",
        "\"text\" | 400 | invalid-request",
        "{} | 422 | invalid-event",
      })
  void aBodyThatIsNoCallIsAProblemWithACode(String body, int status, String code) {
    post(body).statusCode(status).contentType(PROBLEM).body("code", equalTo(code));
  }

  @Test
  void anotherContentTypeIsUnsupported() {
    as(TestKeys.INGEST)
        .contentType(ContentType.XML)
        .body("<event/>")
        .post("/api/v1/events")
        .then()
        .statusCode(415)
        .contentType(PROBLEM)
        .body("code", equalTo("unsupported-media-type"));
  }

  @Test
  void moreThanTenThousandEventsAreTooMany() {
    post("[" + "{},".repeat(10_000) + "{}]")
        .statusCode(413)
        .body("code", equalTo("too-many-events"));
  }

  @Test
  void moreThanSixteenMebibytesAreTooLarge() {
    post("[" + " ".repeat(17 * 1024 * 1024) + "]")
        .statusCode(413)
        .body("code", equalTo("body-too-large"));
  }

  @ParameterizedTest
  @CsvSource({
    "2076-01-01T00:00:00Z, time-in-future",
    "+999999999-12-31T23:59:59Z, time-in-future",
    "1999-12-31T23:59:59Z, time-too-early",
    "2023-11-16T18:15:46, invalid-time",
  })
  void aTimeThatCannotBeIsRejectedAndNamed(String time, String code) {
    post(event(source, "1", time, "1"))
        .statusCode(422)
        .contentType(PROBLEM)
        .body("code", equalTo("invalid-event"))
        .body("errors[0].field", equalTo("time"))
        .body("errors[0].code", equalTo(code))
        .body("results[0].status", equalTo("rejected"))
        .body("counts.rejected", equalTo(1));
  }

  @Test
  void aTimeWithinTheNextDayIsTaken() {
    post(event(source, "1", Instant.now().plus(Duration.ofHours(23)).toString(), "1"))
        .statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "-1",
    "1e400",
    "1234567890123456789012345678901234567890",
    "'\"NaN\"'",
    "0.0000000001"
  })
  void anAbsurdQuantityIsRejectedAndNamed(String quantity) {
    post(event(source, "1", "2023-11-16T18:15:46Z", quantity))
        .statusCode(422)
        .body("errors[0].field", equalTo("quantities.input_tokens"));
  }

  @Test
  void badEventsDoNotCostTheirNeighbours() {
    post("[7, {\"id\": 5}, %s, {\"source\": \"x\"}]".formatted(event(source, "1")))
        .statusCode(200)
        .body("counts.recorded", equalTo(1))
        .body("counts.rejected", equalTo(3))
        .body("results[1].reason.field", equalTo("id"))
        .body("results[2].status", equalTo("recorded"))
        .body("results[3].reason.detail", containsString("id"));
  }
}
