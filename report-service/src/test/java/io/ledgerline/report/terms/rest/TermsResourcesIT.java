package io.ledgerline.report.terms.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class TermsResourcesIT {
  private static ValidatableResponse post(String path, String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post("/api/v1/" + path).then();
  }

  private static ValidatableResponse get(String path) {
    return Api.as(TestKeys.VIEWER).get("/api/v1/" + path).then().statusCode(200);
  }

  @BeforeEach
  void aCostCentre() {
    post(
        "cost-centres",
        "{\"code\": \"terms-lab\", \"name\": \"Lab\", \"billingCurrency\": \"USD\"}");
  }

  @Test
  void whatATermNamesIsThereAndACostCentreStaysAsLongAsOneNamesIt() {
    post("discounts", "{\"meter\": \"terms_of_nothing\", \"percent\": 5}")
        .statusCode(400)
        .body("errors[0].field", equalTo("meter"))
        .body("errors[0].code", equalTo("unknown-meter"));
    post("discounts", "{\"costCentre\": \"terms-nowhere\", \"percent\": 5}")
        .statusCode(400)
        .body("errors[0].field", equalTo("costCentre"))
        .body("errors[0].code", equalTo("unknown-cost-centre"));
    String price =
        """
        {"match": {"costCentre": "terms-nowhere", "model": "m", "meter": "images"},
         "price": 1, "unit": "image", "currency": "USD"}""";
    post("contract-prices", price)
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cost-centre"));
    post(
            "ratings/preview",
            """
            {"from": "2015-01-01T00:00:00Z", "to": "2015-01-02T00:00:00Z",
             "discounts": [{"costCentre": "terms-nowhere", "percent": 5}]}""")
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-cost-centre"));
    post(
            "cost-centres",
            "{\"code\": \"terms-busy\", \"name\": \"Busy\", \"billingCurrency\": \"USD\"}")
        .statusCode(201);
    post("contract-prices", price.replace("terms-nowhere", "terms-busy")).statusCode(201);
    post("cost-centres/withdrawals", "{\"match\": {\"code\": \"terms-busy\"}}")
        .statusCode(400)
        .body("errors[0].code", equalTo("cost-centre-in-use"));
  }

  @Test
  void anExportImportedAgainChangesNothing() {
    for (String kind :
        new String[] {"discounts", "markups", "contract-prices", "model-aliases", "prices"}) {
      brought(kind, TABLES.get(kind), false);
      String table =
          Api.as(TestKeys.VIEWER)
              .get("/api/v1/" + kind + "/export")
              .then()
              .statusCode(200)
              .contentType("text/csv")
              .extract()
              .asString();
      assertThat(table.lines()).hasSizeGreaterThan(1);
      for (boolean dryRun : new boolean[] {true, false}) {
        brought(kind, table, dryRun)
            .body("added", equalTo(0))
            .body("changed", equalTo(0))
            .body("withdrawn", equalTo(0));
      }
    }
  }

  private static final Map<String, String> TABLES =
      Map.of(
          "discounts", "sourceAccount,provider,percent\nterms-export,openai,7.5\n",
          "markups", "operation,model,factor\nterms-export,terms-export-*,1.25\n",
          "contract-prices",
              "sourceAccount,model,meter,price,unit,currency\n"
                  + "terms-export,gpt-4o,images,2,image,EUR\n",
          "model-aliases", "name,model\nterms-export,gpt-4o\n",
          "prices", "model,meter,price,unit,currency\nterms-export,images,2,image,EUR\n");

  private static ValidatableResponse brought(String kind, String table, boolean dryRun) {
    return Api.admin()
        .contentType("text/csv")
        .body(table)
        .queryParam("format", "csv")
        .queryParam("dryRun", dryRun)
        .post("/api/v1/" + kind + "/imports")
        .then()
        .statusCode(200);
  }

  @Test
  void aDiscountIsEnteredShownAndWithdrawnFromATimeOn() {
    String body =
        """
        {"costCentre": "terms-lab", "provider": "bedrock", "percent": 12.50,
         "validFrom": "2026-01-01T00:00:00Z", "source": "agreement"}""";
    String id =
        post("discounts", body)
            .statusCode(201)
            .body("costCentre", equalTo("terms-lab"))
            .body("provider", equalTo("aws.bedrock"))
            .body("percent", equalTo("12.5"))
            .extract()
            .path("id");
    post("discounts", body).statusCode(200).body("id", equalTo(id));
    get("discounts/" + id).body("source", equalTo("agreement"));
    get("discounts?costCentre=terms-lab&provider=bedrock_converse").body("items", hasSize(1));
    post(
            "discounts/withdrawals",
            """
            {"match": {"costCentre": "terms-lab", "provider": "bedrock"},
             "validFrom": "2026-07-01T00:00:00Z"}""")
        .statusCode(201)
        .body("withdrawn", equalTo(true));
    get("discounts?costCentre=terms-lab&current=true&validAt=2026-06-30T23:45:00Z")
        .body("items", hasSize(1));
    get("discounts?costCentre=terms-lab&current=true&validAt=2026-07-01T00:00:00Z")
        .body("items", hasSize(0));
    post("discounts", body.replace("12.50", "101"))
        .statusCode(400)
        .body("errors[0].field", equalTo("percent"));
  }

  @Test
  void twoDiscountsThatCouldMeetAreRefusedWithTheOtherNamed() {
    // Of an account of its own, so that it contends with no other test's.
    String discount = "{\"sourceAccount\": \"terms-met\", \"%s\": \"%s\", \"percent\": 5}";
    post("discounts", discount.formatted("provider", "cohere")).statusCode(201);
    post("discounts", discount.formatted("model", "rerank-9"))
        .statusCode(400)
        .body("errors[0].code", equalTo("overlapping-discount"));
    get("discounts?model=rerank-9").body("items", hasSize(0));
  }

  @Test
  void aMarkupKeepsAllItsDigits() {
    post(
            "markups",
            """
            {"operation": "train", "provider": "openai", "model": "gpt-4o*",
             "factor": "1.251250000000000000000001"}""")
        .statusCode(201)
        .body("factor", equalTo("1.251250000000000000000001"));
    get("markups?operation=train&current=true")
        .body("items.factor", contains("1.251250000000000000000001"));
    post("markups", "{\"operation\": \"x\", \"factor\": -0.1}")
        .statusCode(400)
        .body("errors[0].code", equalTo("out-of-range"));
  }

  @Test
  void aContractPriceIsEnteredAndItsMeterAndUnitAreChecked() {
    String body =
        """
        {"match": {"sourceAccount": "acct-1", "model": "gpt-4o", "meter": "input_tokens"},
         "price": "2.25", "per": 1000000, "unit": "token", "currency": "USD"}""";
    String id =
        post("contract-prices", body)
            .statusCode(201)
            .body("match.model", equalTo("gpt-4o"))
            .body("match.modelMatch", equalTo("alias"))
            .body("match.costCentre", nullValue())
            .body("price", equalTo("2.25"))
            .body("per", equalTo("1000000"))
            .body("currency", equalTo("USD"))
            .extract()
            .path("id");
    post("contract-prices", body.replace("acct-1", "acct-2").replace("2.25", "2.5"))
        .statusCode(201);
    get("contract-prices?sourceAccount=acct-1&model=gpt-4o").body("items.id", contains(id));
    post("contract-prices", body.replace("input_tokens", "widgets"))
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-meter"));
    post("contract-prices", body.replace("\"token\"", "\"image\""))
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-unit"));
    post("contract-prices", body.replace("USD", "USDT"))
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-currency"));
    post("contract-prices", body.replace("\"sourceAccount\": \"acct-1\", ", ""))
        .statusCode(400)
        .body("errors[0].field", equalTo("match.sourceAccount"));
    post("meters", "{\"name\":\"widgets\",\"unit\":\"widget\",\"kind\":\"counter\"}");
    post(
            "contract-prices",
            body.replace("input_tokens", "widgets").replace("\"token\"", "\"widget\""))
        .statusCode(201);
    post(
            "contract-prices",
            """
            {"match": {"costCentre": "terms-lab", "model": "gpt-4o", "meter": "output_tokens"},
             "rate": {"type": "graduated",
                      "bands": [{"to": 1000, "price": 2}, {"from": 1000, "price": 1}],
                      "over": {"scope": "COST_CENTRE", "reset": "MONTH", "zone": "UTC"}},
             "unit": "token", "currency": "EUR"}""")
        .statusCode(201)
        .body("price", nullValue())
        .body("rate.type", equalTo("graduated"))
        .body("rate.bands", hasSize(2));
    post("contract-prices/withdrawals", "{\"id\": \"" + id + "\"}").statusCode(201);
    get("contract-prices?sourceAccount=acct-1&meter=input_tokens&current=true")
        .body("items", hasSize(0));
  }

  @Test
  void viewersReadAndBillingAdminsEnter() {
    for (String path : new String[] {"discounts", "markups", "contract-prices"}) {
      Api.as(TestKeys.VIEWER)
          .contentType(ContentType.JSON)
          .body("{}")
          .post("/api/v1/" + path)
          .then()
          .statusCode(403);
      Api.as(TestKeys.INGEST).get("/api/v1/" + path).then().statusCode(403);
      Api.as(TestKeys.OTHER_TENANT).get("/api/v1/" + path).then().body("items", hasSize(0));
    }
  }
}
