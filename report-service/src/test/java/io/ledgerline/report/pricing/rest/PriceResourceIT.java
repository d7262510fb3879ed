package io.ledgerline.report.pricing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;

import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class PriceResourceIT {
  private static final String HEADER = "modelName,inputTokenPrice,outputTokenPrice\n";

  @BeforeEach
  void theShippedBookIsThere() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Api.admin().get("/api/v1/prices?limit=1000").jsonPath().getList("items").size()
                    >= 58);
  }

  private static ValidatableResponse importList(String list, String query) {
    return Api.admin()
        .contentType("text/csv")
        .body(list)
        .post("/api/v1/prices/imports?format=aws-sample" + query)
        .then();
  }

  @Test
  void theShippedListIsThereAndImportingItAgainChangesNothing() {
    importList(Prices.shippedList(), "")
        .statusCode(200)
        .body("rows", equalTo(29))
        .body("prices", equalTo(58))
        .body("unchanged", equalTo(58))
        .body("added", equalTo(0))
        .body("changed", equalTo(0));
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/prices?model=anthropic.claude-3-haiku-20240307-v1:0")
        .then()
        .body(
            "items.source",
            hasItem("shipped: AWS sample price list model_price.csv, commit 07e6644 (MIT-0)"))
        .body("items.currency", everyItem(equalTo("USD")));
  }

  @Test
  void aDryRunShowsWhatWouldChangeAndChangesNothing() {
    String list = HEADER + "dry.model,1,2\n";
    importList(list, "&dryRun=true").body("added", equalTo(2)).body("dryRun", equalTo(true));
    importList(list, "&dryRun=true").body("added", equalTo(2));
    Api.admin().get("/api/v1/prices?model=dry.model").then().body("items.size()", equalTo(0));
  }

  @Test
  void aCorrectionIsANewRowAndTheOldOneStays() {
    importList(HEADER + "corrected.model,1,2\n", "").body("added", equalTo(2));
    importList(HEADER + "corrected.model,1,3\n", "&source=correction")
        .body("added", equalTo(0))
        .body("changed", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("changes[0].before", equalTo("2"))
        .body("changes[0].after", equalTo("3"));
    Api.admin()
        .get("/api/v1/prices?model=corrected.model")
        .then()
        .body("items.size()", equalTo(3))
        .body("items.source", hasItem("correction"))
        .body("items.enteredBy", everyItem(equalTo("test-admin")));
  }

  @Test
  void aFaultyListChangesNothingAndNamesRowsAndColumns() {
    importList(HEADER + "good.model,1,2\nbad.model,-1,x\nworse.model,1,NaN\n", "")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("rows[2].inputTokenPrice"))
        .body("errors.field", hasItem("rows[3].outputTokenPrice"));
    Api.admin().get("/api/v1/prices?model=good.model").then().body("items.size()", equalTo(0));
    importList("", "").statusCode(400);
    Api.admin()
        .contentType("text/csv")
        .body(HEADER)
        .post("/api/v1/prices/imports?format=excel")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("format"));
    Api.admin()
        .contentType("application/xml")
        .body("<a/>")
        .post("/api/v1/prices/imports")
        .then()
        .statusCode(415);
  }

  @Test
  void importersComeOneAfterTheOther() {
    List<CompletableFuture<Integer>> added = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      added.add(
          CompletableFuture.supplyAsync(
              () ->
                  importList(HEADER + "raced.model,1,2\n", "")
                      .statusCode(200)
                      .extract()
                      .path("added")));
    }
    assertThat(added.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(2);
    Api.admin().get("/api/v1/prices?model=raced.model").then().body("items.size()", equalTo(2));
  }

  @Test
  void onlyBillingAdminsImport() {
    Api.as(TestKeys.VIEWER)
        .contentType("text/csv")
        .body(HEADER)
        .post("/api/v1/prices/imports")
        .then()
        .statusCode(403);
    Api.as(TestKeys.INGEST).get("/api/v1/prices").then().statusCode(403);
  }

  @Test
  void aTenantSeesItsOwnBookOnly() {
    Api.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/prices")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(0));
  }
}
