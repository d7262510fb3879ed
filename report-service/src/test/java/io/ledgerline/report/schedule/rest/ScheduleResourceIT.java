package io.ledgerline.report.schedule.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReportServiceTest
class ScheduleResourceIT {
  private static final String SCHEDULES = "/api/v1/schedules";

  @BeforeEach
  void anEmptyLedger() {
    new LedgerFixture().reset();
  }

  private static String body(String name, String more) {
    return """
        {"name":"%s","kind":"daily-usage","cron":"30 2 * * *","zone":"UTC",
         "period":{"type":"previous-day"}%s}"""
        .formatted(name, more);
  }

  private static ValidatableResponse make(String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post(SCHEDULES).then();
  }

  private static String name() {
    return "schedule " + UUID.randomUUID();
  }

  @Test
  void aPastDueTimeMakesTheRunOfTheDayBefore() {
    String name = name();
    String past =
        body(
            name,
            ",\"startsAt\":\"2023-11-17T00:00:00Z\",\"endsAt\":\"2023-11-18T00:00:00Z\","
                + "\"catchUp\":\"all\",\"formats\":[\"jsonl\",\"csv\"]");
    String id = make(past).statusCode(201).body("enabled", equalTo(true)).extract().path("id");
    JsonPath run =
        Awaitility.await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () ->
                    Api.admin()
                        .get("/api/v1/report-runs?state=COMPLETED&scheduleId=" + id)
                        .jsonPath(),
                page -> page.getList("items").size() == 1);
    assertThat(run.getString("items[0].period.day")).isEqualTo("2023-11-16");
    assertThat(run.getString("items[0].dueAt")).isEqualTo("2023-11-17T02:30:00Z");
    assertThat(run.getList("items[0].formats")).isEqualTo(List.of("csv", "jsonl"));
    assertThat(run.getString("items[0].createdBy")).isEqualTo("schedule");
    Api.admin()
        .get(SCHEDULES + "/" + id + "/dues")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].outcome", equalTo("RUN"))
        .body("items[0].runId", equalTo(run.getString("items[0].id")));
    Api.admin().get(SCHEDULES + "/" + id).then().body("nextDueAt", nullValue());

    make(past).statusCode(200).body("id", equalTo(id));
    assertThat(Api.admin().get("/api/v1/report-runs?scheduleId=" + id).jsonPath().getList("items"))
        .hasSize(1);
  }

  @Test
  void theSameNameWithAnotherBodyIsAConflict() {
    String name = name();
    make(body(name, "")).statusCode(201);
    make(body(name, "")).statusCode(200);
    make(body(name, ",\"catchUp\":\"none\"")).statusCode(409).body("code", equalTo("conflict"));
  }

  @Test
  void aScheduleIsSwitchedOffAndOnAndRemoved() {
    String id = make(body(name(), "")).statusCode(201).extract().path("id");
    String one = SCHEDULES + "/" + id;
    Api.admin().get(SCHEDULES + "?limit=1000").then().body("items.id", hasItem(id));
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"enabled\":false}")
        .patch(one)
        .then()
        .statusCode(200)
        .body("enabled", equalTo(false));
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"enabled\":true}")
        .patch(one)
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true));
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{}")
        .patch(one)
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("enabled"));
    Api.as(TestKeys.VIEWER).delete(one).then().statusCode(403);
    Api.as(TestKeys.OTHER_TENANT).delete(one).then().statusCode(404);
    Api.admin().delete(one).then().statusCode(204);
    Api.admin().get(one).then().statusCode(404);
    Api.admin().delete(one).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{\"kind\":\"daily-usage\",\"cron\":\"0 0 * * *\",\"period\":{\"type\":\"previous-day\"}}' | name",
        "'{\"name\":\"x\",\"kind\":\"no\",\"cron\":\"0 0 * * *\",\"period\":{\"type\":\"previous-day\"}}' | kind",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"61 0 * * *\",\"period\":{\"type\":\"previous-day\"}}' | cron",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"0 0 31 2 *\",\"period\":{\"type\":\"previous-day\"}}' | cron",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"0 0 * * *\"}' | period",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"0 0 * * *\",\"period\":{\"type\":\"x\"}}' | period.type",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"0 0 * * *\",\"zone\":\"X/Y\",\"period\":{\"type\":\"previous-day\"}}' | zone",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"0 0 * * *\",\"catchUp\":\"some\",\"period\":{\"type\":\"previous-day\"}}' | catchUp",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"* * * * *\",\"catchUp\":\"all\",\"startsAt\":\"2020-01-01T00:00:00Z\",\"period\":{\"type\":\"previous-day\"}}' | startsAt",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"* * * * *\",\"startsAt\":\"2020-01-01T00:00:00Z\",\"endsAt\":\"2020-01-01T00:00:00Z\",\"period\":{\"type\":\"previous-day\"}}' | endsAt",
        "'{\"name\":\"x\",\"kind\":\"daily-usage\",\"cron\":\"0 0 * * *\",\"formats\":[\"pdf\"],\"period\":{\"type\":\"previous-day\"}}' | formats"
      })
  void aFaultNamesItsField(String body, String field) {
    make(body).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void aScheduleMayMakeTheReportOfThePreviousMonth() {
    String id =
        make("""
                {"name":"%s","kind":"billing","cron":"0 6 1 * *","zone":"Europe/Berlin",
                 "period":{"type":"previous-month"}}"""
                .formatted(name()))
            .statusCode(201)
            .body("period.type", equalTo("previous-month"))
            .extract()
            .path("id");
    String tag =
        Api.admin().get(SCHEDULES + "/" + id).then().statusCode(200).extract().header("ETag");
    Api.admin().header("If-None-Match", tag).get(SCHEDULES + "/" + id).then().statusCode(304);
    Api.admin().delete(SCHEDULES + "/" + id).then().statusCode(204);
  }
}
