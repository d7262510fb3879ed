package io.ledgerline.ingest.ledger.retention;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What went can be had back, to the last digest. */
@IngestTest
@TestProfile(RetentionProfile.class)
class RestorationIT {
  private static final String ROWS =
      """
      SELECT md5(string_agg(concat_ws(' ', e.charge_time, e.batch_no, e.dimension_set_id, e.position,
        e.id_uuid, e.id_text, e.quantities, e.labels), ';' ORDER BY batch_no, position))
      FROM ledger_event e
      WHERE charge_time >= '%s' AND charge_time < '%s'""";

  private final RetentionLab lab = new RetentionLab();
  private final String rows = ROWS.formatted(Months.start(lab.month()), Months.end(lab.month()));

  @AfterEach
  void close() throws SQLException {
    lab.close();
  }

  private int restore(String key) {
    return as(key)
        .post("/api/v1/ledger/partitions/" + lab.month() + "/restorations")
        .then()
        .extract()
        .statusCode();
  }

  private RequestSpecification asked() {
    return as(TestKeys.SERVICE)
        .queryParam("from", Months.start(lab.month()).toString())
        .queryParam("to", Months.end(lab.month()).toString())
        .queryParam(
            "watermark",
            as(TestKeys.SERVICE).get("/api/v1/ledger/watermark").jsonPath().getLong("watermark"));
  }

  /** But for the watermark, which other tests move. */
  private JsonPath totals() {
    return JsonPath.from(
        asked()
            .get("/api/v1/ledger/control-totals")
            .asString()
            .replaceFirst("\"watermark\":[0-9]+,", ""));
  }

  private List<String> hours() {
    return asked()
        .get("/api/v1/ledger/hourly-totals")
        .asString()
        .lines()
        .filter(line -> line.contains("\"hour\""))
        .toList();
  }

  /** What prices by the month add up, but for what other sources used. */
  private Response quarterSums() {
    return asked()
        .queryParam("meter", "input_tokens")
        .queryParam("step", 1000)
        .get("/api/v1/ledger/quarter-sums");
  }

  @Test
  void aDroppedMonthComesBackRowByRowAndGoesAgainWhenItsHoldIsReleased() {
    for (int i = 0; i < 3; i++) {
      lab.record("a-" + i + "-", 30);
    }
    post("["
            + event(
                    lab.source(),
                    "0b8e1f5e-4c1c-4a7e-9f1e-0a1b2c3d4e5f",
                    lab.moment(9).toString(),
                    "1")
                .replace("\"time\": \"" + lab.moment(9) + "\",", "")
            + "]")
        .statusCode(200)
        .body("results[0].status", equalTo("recorded"));
    lab.correct(lab.voiding("a-0-7"));
    lab.confirmAll();
    String before = lab.value(rows);
    JsonPath totals = totals();
    List<String> hours = hours();
    String quarters = quarterSums().asString();
    assertThat(quarters).contains("input_tokens");
    assertThat(totals.getLong("events")).isEqualTo(90);
    assertThat(totals.getList("archivedMonths")).isNull();
    lab.yearsGoBy();
    lab.awaitState("DROPPED");
    assertThat(lab.value(rows)).isNull();
    assertThat(totals().getList("archivedMonths")).containsExactly(lab.month().toString());
    assertThat(totals().getString("quantities")).isEqualTo(totals.getString("quantities"));
    assertThat(totals().getList("batches")).isEqualTo(totals.getList("batches"));
    assertThat(hours())
        .isEqualTo(hours.stream().map(line -> line.replace("}", ",\"archived\":true}")).toList());

    quarterSums()
        .then()
        .statusCode(409)
        .body("detail", containsString(lab.month().toString()))
        .body("detail", containsString("restore"));

    assertThat(restore(TestKeys.INSTALLER)).isEqualTo(409);
    long hold = HoldIT.place(lab);
    assertThat(restore(TestKeys.OTHER_TENANT)).isEqualTo(403);
    assertThat(restore(TestKeys.INSTALLER)).isEqualTo(202);
    lab.awaitState("ARCHIVED");
    assertThat(totals().getMap("$")).isEqualTo(totals.getMap("$"));
    assertThat(hours()).isEqualTo(hours);
    assertThat(quarterSums().asString()).isEqualTo(quarters);

    assertThat(lab.value(rows)).isEqualTo(before);
    post("[" + event(lab.source(), "late", lab.moment(3).toString(), "1") + "]")
        .body("results[0].status", equalTo("rejected"));
    HoldIT.release(hold);
    lab.awaitState("DROPPED");
  }
}
