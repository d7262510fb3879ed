package io.ledgerline.ingest.ledger.verify;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a verification says, as tests read it. */
final class Findings {
  private Findings() {}

  /** All lines of the verification of a day. */
  static List<JsonPath> lines(Instant day) {
    return as(TestKeys.VIEWER)
        .queryParam("from", day.toString())
        .queryParam("to", day.plusSeconds(86_400).toString())
        .get("/api/v1/ledger/verification")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(JsonPath::from)
        .toList();
  }

  /** Findings as kind and ids of the events that they name; identities where there is no id. */
  static List<String> of(Instant day) {
    List<String> findings = new ArrayList<>();
    List<JsonPath> lines = lines(day);
    for (JsonPath line : lines) {
      if (line.getString("finding") != null) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < line.getList("events").size(); i++) {
          String id = line.getString("events[" + i + "].id");
          names.add(id == null ? line.getString("events[" + i + "].identity") : id);
        }
        findings.add((line.getString("finding") + " " + String.join(" ", names)).strip());
      }
    }
    JsonPath end = lines.getLast();
    assertThat(end.getBoolean("end")).isTrue();
    assertThat(end.getInt("findings")).isEqualTo(findings.size());
    return findings;
  }
}
