package io.ledgerline.report.meter.rest;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class MeterResourceIT {
  private static ValidatableResponse add(String meter) {
    return Api.admin().contentType(ContentType.JSON).body(meter).post("/api/v1/meters").then();
  }

  @Test
  void aMeterIsAddedOnceAndKeepsItsMeaning() {
    String steps = "{\"name\":\"training_steps\",\"unit\":\"step\",\"kind\":\"counter\"}";
    add(steps).statusCode(201).body("pricedPer", hasItem("step")).body("builtIn", equalTo(false));
    add(steps).statusCode(200);
    add(steps.replace("counter", "gauge")).statusCode(409).body("code", equalTo("conflict"));
    add(steps.replace("training_steps", "input_tokens")).statusCode(409);
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/meters")
        .then()
        .body("items.name", hasItems("input_tokens", "storage_bytes", "training_steps"));
    Api.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/meters")
        .then()
        .body("items.name", not(hasItem("training_steps")));
    Api.admin().get("/api/v1/meters/training_steps").then().body("unit", equalTo("step"));
    Api.admin().get("/api/v1/meters/none_such").then().statusCode(404);
  }

  @Test
  void metersAreListedInPages() {
    String cursor =
        Api.admin()
            .get("/api/v1/meters?limit=2")
            .then()
            .body("items", hasSize(2))
            .body("items[0].name", equalTo("annotation_pages"))
            .extract()
            .path("nextCursor");
    Api.admin()
        .get("/api/v1/meters?limit=2&cursor=" + cursor)
        .then()
        .body("items[0].name", not(equalTo("annotation_pages")));
  }

  @Test
  void whatIsNoMeterIsRefusedAndOnlyBillingAdminsAdd() {
    add("{\"name\":\"No Meter\",\"unit\":\"x\",\"kind\":\"counter\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("name"));
    add("{\"name\":\"x\",\"unit\":\"x\",\"kind\":\"sum\"}")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-meter-kind"));
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/api/v1/meters")
        .then()
        .statusCode(403);
  }
}
