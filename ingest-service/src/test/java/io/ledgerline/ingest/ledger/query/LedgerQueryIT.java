package io.ledgerline.ingest.ledger.query;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.ingest.TestDays;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@IngestTest
class LedgerQueryIT {
  /** A minute that no other test writes to. */
  private final Instant minute = TestDays.next();

  private final String source = newSource();

  private static long watermark() {
    return as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").jsonPath().getLong("watermark");
  }

  private ValidatableResponse ask(String path, long watermark) {
    return as(TestKeys.SERVICE)
        .queryParam("from", minute.toString())
        .queryParam("to", minute.plusSeconds(60).toString())
        .queryParam("watermark", watermark)
        .get("/api/v1/ledger/" + path)
        .then()
        .statusCode(200);
  }

  private String events(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> event(source, "e-" + i, minute.plusSeconds(i % 7).toString(), i + ".5"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void whatIsCountedAtAWatermarkStaysTheSame() {
    post(events(10)).statusCode(200);
    long before = watermark();
    post(event(source, "late", minute.toString(), "1")).statusCode(200);
    long after = watermark();

    assertThat(after).isGreaterThan(before);
    ask("control-totals", before)
        .body("events", equalTo(10))
        .body("quantities.input_tokens", equalTo("50"))
        .body("quantities.requests", equalTo("10"))
        .body("batches.size()", equalTo(1))
        .body("batches[0].events", equalTo(10))
        .body("openQuarter", equalTo(true));
    ask("control-totals", after).body("events", equalTo(11)).body("batches.size()", equalTo(2));
    assertThat(lines(before)).hasSize(11);
    assertThat(lines(after)).hasSize(12);
  }

  @Test
  void askingSealsWhatWasAnsweredBefore() {
    post(event(source, "1", minute.toString(), "1")).statusCode(200);

    ask("control-totals", watermark()).body("events", equalTo(1));
  }

  @Test
  void periodsAreHalfOpen() {
    post(event(source, "in", minute.toString(), "1")).statusCode(200);
    post(event(source, "out", minute.plusSeconds(60).toString(), "1")).statusCode(200);

    ask("control-totals", watermark()).body("events", equalTo(1));
  }

  @Test
  void detailComesSortedInPagesAndEndsWithItsCount() {
    post(events(250)).statusCode(200);

    List<String> lines = lines(watermark());

    assertThat(lines.getLast()).isEqualTo("{\"end\":true,\"count\":250}");
    List<JsonPath> events =
        lines.subList(0, lines.size() - 1).stream().map(JsonPath::from).toList();
    assertThat(events).hasSize(250);
    List<String> order =
        events.stream().map(e -> e.getString("time") + " " + e.getString("id")).toList();
    List<String> sorted = new ArrayList<>(order);
    sorted.sort(Comparator.naturalOrder());
    assertThat(order).isEqualTo(sorted).doesNotHaveDuplicates();
    JsonPath first = events.getFirst();
    assertThat(first.getString("source")).isEqualTo(source);
    assertThat(first.getString("principal")).isEqualTo("alice");
    assertThat(first.getString("principalId")).isNotBlank();
    assertThat(first.getString("model")).isEqualTo("gpt-4o");
    assertThat(first.getString("quantities.input_tokens")).isEqualTo("0.5");
    assertThat(first.getString("tags.team")).isEqualTo("search");
    assertThat(first.getString("batchId")).isNotBlank();
  }

  @Test
  void eventsThatAllHaveOneTimeComeInOrderTooAndEachOnce() {
    String events =
        IntStream.range(0, 250)
            .mapToObj(i -> event(source, "e-" + (1000 - i), minute.toString(), "1"))
            .collect(Collectors.joining(",", "[", "]"));
    post(events).statusCode(200);

    List<String> lines = lines(watermark());

    assertThat(lines.subList(0, 250).stream().map(l -> JsonPath.from(l).getString("id")))
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(lines.getLast()).isEqualTo("{\"end\":true,\"count\":250}");
  }

  @Test
  void anIdThatIsAUuidComesBackAsItWasSent() {
    String id = "0b8e1f5e-4c1c-4a7e-9f1e-0a1b2c3d4e5f";
    post(event(source, id, minute.toString(), "1")).statusCode(200);

    assertThat(JsonPath.from(lines(watermark()).getFirst()).getString("id")).isEqualTo(id);
  }

  @Test
  void anEmptySpanIsAnEndLineOnly() {
    assertThat(lines(watermark())).containsExactly("{\"end\":true,\"count\":0}");
  }

  @ParameterizedTest
  @CsvSource({
    "from, , missing",
    "from, yesterday, invalid-time",
    "to, 2001-01-01T00:00:00Z, period-empty",
    "watermark, -1, range",
  })
  void aParameterThatBreaksARuleIsNamed(String name, String value, String code) {
    Map<String, String> parameters =
        new HashMap<>(
            Map.of("from", "2029-01-01T00:00:00Z", "to", "2030-01-01T00:00:00Z", "watermark", "1"));
    parameters.compute(name, (key, old) -> value);

    as(TestKeys.SERVICE)
        .queryParams(parameters)
        .get("/api/v1/ledger/control-totals")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo(name))
        .body("errors[0].code", equalTo(code));
  }

  private List<String> lines(long watermark) {
    return ask("events", watermark).extract().asString().lines().toList();
  }
}
