package io.ledgerline.report.pricing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class PriceImportIT {
  private static final String IMPORTS = "/api/v1/prices/imports?format=";
  private static final String HEADER =
      "provider,model,meter,rate,from,to,price,per,unit,currency,validFrom\n";

  @BeforeEach
  void theShippedBookIsThere() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Api.admin().get("/api/v1/prices?model=gpt-4o").jsonPath().getList("items").size()
                    > 0);
  }

  @Test
  void aDryRunOfTheModelMapCountsEveryCostFieldAndBoundsItsLists() throws IOException {
    JsonPath shown =
        Api.as(TestKeys.OTHER_TENANT)
            .contentType("application/json")
            .body(modelMap())
            .post(IMPORTS + "litellm&dryRun=true&limit=7&offset=3")
            .then()
            .statusCode(200)
            .body("rows", equalTo(2986))
            .body("changes", hasSize(7))
            .body("account.leftOut", hasSize(7))
            .body("account.byField", hasSize(86))
            .body("account.reasons.keySet()", hasItem("provisioned-throughput"))
            .extract()
            .jsonPath();
    assertThat(shown.getLong("added")).isEqualTo(shown.getLong("prices"));
    assertThat(
            shown.getInt("account.imported")
                + shown.getInt("account.refused")
                + shown.getInt("account.notApplicable"))
        .isEqualTo(shown.getInt("account.fields"));
    Api.as(TestKeys.OTHER_TENANT).get("/api/v1/prices").then().body("items", hasSize(0));
  }

  @Test
  void theShippedBookIsTheModelMapButForWhatTheAwsSamplePrices() throws IOException {
    JsonPath shown =
        Api.admin()
            .contentType("application/json")
            .body(modelMap())
            .post(IMPORTS + "litellm&dryRun=true&limit=1000")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(shown.getLong("unchanged")).isGreaterThan(7900);
    assertThat(shown.getLong("changed") + shown.getLong("added")).isLessThan(200);
    assertThat(shown.getList("changes.provider")).containsOnly("aws.bedrock");
    Api.admin()
        .get("/api/v1/prices?model=bedrock/us-east-1/meta.llama3-8b-instruct-v1:0")
        .then()
        .body("items", hasSize(0));
    Api.admin()
        .get("/api/v1/prices?model=gpt-4o")
        .then()
        .body("items.source", hasItem("shipped: LiteLLM model map, copy of 2026-08-06 (MIT)"))
        .body("items.rate", hasItem("0.0000025"));
  }

  @Test
  void aTableIsImportedOnceAndWithItsBands() {
    String table =
        HEADER
            + "openai,table.model,input_tokens,request-size,,200000,3,1000000,token,USD,2026-01-01\n"
            + "openai,table.model,input_tokens,request-size,200000,,6,1000000,token,USD,2026-01-01\n"
            + "openai,table.model,output_tokens,,,,15,1000000,token,EUR,2026-01-01\n";
    csv(table, "&dryRun=true").statusCode(200).body("added", equalTo(2));
    csv(table, "&source=spreadsheet")
        .statusCode(200)
        .body("added", equalTo(2))
        .body("changes[0].after", equalTo("request-size 3, above 200000 6"));
    csv(table, "").statusCode(200).body("added", equalTo(0)).body("unchanged", equalTo(2));
    csv(HEADER + "openai,table.model,output_tokens,withdrawn,,,,,,,2026-06-01\n", "")
        .statusCode(200)
        .body("withdrawn", equalTo(1))
        .body("changes[0].before", equalTo("15"));
    String export = Api.admin().get("/api/v1/prices/export").then().extract().asString();
    assertThat(export)
        .contains(
            "openai,table.model,alias,,,output_tokens,,flat,,,,15,1000000,token,EUR,,,,"
                + "2026-01-01T00:00:00Z,2026-06-01T00:00:00Z");
  }

  @Test
  void importingWhatWasExportedChangesNothing() {
    String export =
        Api.as(TestKeys.VIEWER)
            .get("/api/v1/prices/export?format=csv")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header("Content-Disposition", containsString("prices.csv"))
            .extract()
            .asString();
    csv(export, "&dryRun=true")
        .statusCode(200)
        .body("rows", greaterThan(8000))
        .body("added", equalTo(0))
        .body("changed", equalTo(0))
        .body("changes", hasSize(0));
  }

  @Test
  void whatWasNotKnownYetIsNotExported() {
    String export =
        Api.admin()
            .get("/api/v1/prices/export?knownAt=2020-01-01T00:00:00Z")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(export.lines()).hasSize(1);
    Api.admin().get("/api/v1/prices/export?knownAt=now").then().statusCode(400);
    Api.admin().get("/api/v1/prices/export?format=pdf").then().statusCode(400);
  }

  @Test
  void aFaultyTableNamesRowsAndColumnsAndChangesNothing() {
    csv(
            HEADER
                + "p,faulty.model,input_tokens,,,,1,1,token,USD,2026-01-01\n"
                + "p,faulty.model,output_tokens,,,,-1,1,token,USD,2026-01-01\n"
                + "p,faulty.model,images,,,,1,1,image,XYZ,2026-01-01T00:01:00Z\n",
            "")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("rows[2].price"))
        .body("errors.field", hasItem("rows[3].validFrom"));
    Api.admin().get("/api/v1/prices?model=faulty.model").then().body("items", hasSize(0));
  }

  @Test
  void aHistoryIsImportedFromChangeToChange() {
    String history =
        "effective_from,model,provider,price_field,old_usd,new_usd\n"
            + "2026-02-25T11:28:11+08:00,history.model,openai,input_cost_per_token,,2e-06\n"
            + "2026-03-01T00:00:00Z,history.model,openai,input_cost_per_token,2e-06,1e-06\n"
            + "2026-04-01T00:00:00Z,history.model,openai,input_cost_per_token,1e-06,\n";
    for (String added : List.of("2", "0")) {
      Api.admin()
          .contentType("text/csv")
          .body(history)
          .post(IMPORTS + "litellm-history")
          .then()
          .statusCode(200)
          .body("rows", equalTo(3))
          .body("added", equalTo(Integer.parseInt(added)));
    }
    Api.admin()
        .get("/api/v1/prices?model=history.model")
        .then()
        .body("items.validFrom", hasItem("2026-02-25T03:30:00Z"))
        .body("items.validTo", hasItem("2026-03-01T00:00:00Z"));
  }

  @Test
  void aListThatIsNotUtf8IsRefused() {
    Api.admin()
        .contentType("text/csv")
        .body(new byte[] {'a', (byte) 0xE4, '\n'})
        .post(IMPORTS + "csv")
        .then()
        .statusCode(400)
        .body("errors.code", hasItem("not-utf-8"));
  }

  @Test
  void aMillionRowsAreRefusedWithAClearProblem() {
    StringBuilder rows = new StringBuilder("meter,price,unit,currency\n");
    rows.repeat("a,1,b,USD\n", 1_000_000);
    csv(rows.toString(), "").statusCode(400).body("errors.code", hasItem("too-many-rows"));
    rows.repeat("long_meter_name,1,unit,USD\n", 500_000);
    csv(rows.toString(), "").statusCode(413);
  }

  private static ValidatableResponse csv(String table, String query) {
    return Api.admin().contentType("text/csv").body(table).post(IMPORTS + "csv" + query).then();
  }

  private static byte[] modelMap() throws IOException {
    try (InputStream map =
        new GZIPInputStream(
            PriceImportIT.class.getResourceAsStream("/price-lists/litellm-model-map.json.gz"))) {
      return map.readAllBytes();
    }
  }
}
