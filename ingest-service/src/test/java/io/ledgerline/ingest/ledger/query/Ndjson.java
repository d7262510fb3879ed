package io.ledgerline.ingest.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;

/** Streams of JSON lines as tests read them. */
public final class Ndjson {
  private Ndjson() {}

  /** The lines before the end line, which must be there and tell their number. */
  public static List<JsonPath> lines(Response answer) {
    List<String> lines =
        answer
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString()
            .lines()
            .toList();
    assertThat(lines.getLast())
        .isEqualTo("{\"end\":true,\"count\":%d}".formatted(lines.size() - 1));
    return lines.subList(0, lines.size() - 1).stream().map(JsonPath::from).toList();
  }
}
