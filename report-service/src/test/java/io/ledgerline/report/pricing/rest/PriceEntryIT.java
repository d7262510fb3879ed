package io.ledgerline.report.pricing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices entered one by one, taken back, and asked for. */
@ReportServiceTest
class PriceEntryIT {
  private static final String FLAT =
      """
      {"model": "%s", "meter": "input_tokens", "rate": "%s", "per": 1000, "unit": "token",
       "currency": "USD"%s}""";

  private static ValidatableResponse enter(String body) {
    return post("/api/v1/prices", body);
  }

  private static ValidatableResponse post(String path, String body) {
    return Api.admin().contentType("application/json").body(body).post(path).then();
  }

  private static String flat(String model, String rate, String more) {
    return FLAT.formatted(model, rate, more);
  }

  private static ValidatableResponse match(String query) {
    return Api.admin().get("/api/v1/prices/match?meter=input_tokens&" + query).then();
  }

  @Test
  void anEnteredPriceIsShownWithItsDatesAndWhoEnteredIt() {
    ValidatableResponse made =
        enter(
                flat(
                    "entered.model",
                    "0.10",
                    ", \"provider\": \"bedrock_converse\", \"validFrom\": \"2026-02-01T00:15:00Z\","
                        + " \"source\": \"price page\""))
            .statusCode(201);
    String id = made.extract().path("id");
    assertThat(made.extract().header("Location")).endsWith("/api/v1/prices/" + id);
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/prices/" + id)
        .then()
        .statusCode(200)
        .body("provider", equalTo("aws.bedrock"))
        .body("model", equalTo("entered.model"))
        .body("modelKind", equalTo("alias"))
        .body("rateType", equalTo("flat"))
        .body("rate", equalTo("0.1"))
        .body("per", equalTo(1000))
        .body("unit", equalTo("token"))
        .body("currency", equalTo("USD"))
        .body("validFrom", equalTo("2026-02-01T00:15:00Z"))
        .body("validTo", nullValue())
        .body("knownSince", notNullValue())
        .body("source", equalTo("price page"))
        .body("enteredBy", equalTo("test-admin"));
    enter(
            flat(
                "entered.model",
                "0.1",
                ", \"provider\": \"aws.bedrock\", \"validFrom\": \"2026-02-01T00:15:00Z\""))
        .statusCode(200)
        .body("id", equalTo(id));
    for (String query :
        List.of("provider=bedrock", "meter=input_tokens", "currency=USD", "current=true")) {
      Api.admin()
          .get("/api/v1/prices?model=entered.model&" + query)
          .then()
          .body("items.id", equalTo(List.of(id)));
    }
    for (String query :
        List.of("provider=azure", "meter=images", "currency=EUR", "validAt=2026-02-01T00:14:59Z")) {
      Api.admin()
          .get("/api/v1/prices?model=entered.model&" + query)
          .then()
          .body("items", hasSize(0));
    }
  }

  @Test
  void everyKindOfRateIsShownAsItWasEntered() {
    enter(
            """
            {"model": "banded-*", "meter": "output_tokens", "rateType": "graduated",
             "bands": [{"to": "100.5", "price": "15"}, {"from": 100.50, "price": 1e-7}],
             "over": {"scope": "cost-centre", "reset": "month", "zone": "Europe/Berlin"},
             "per": 1000000, "unit": "token", "currency": "EUR"}""")
        .statusCode(201)
        .body("modelKind", equalTo("pattern"))
        .body("bands.price", equalTo(List.of("15", "0.0000001")))
        .body("bands.to", equalTo(Arrays.asList("100.5", null)))
        .body("over.scope", equalTo("cost-centre"))
        .body("over.zone", equalTo("Europe/Berlin"));
    enter(
            """
            {"model": "blocks", "meter": "images", "rateType": "package", "size": 500, "rate": "20",
             "over": {"scope": "tenant", "reset": "year"}, "unit": "image", "currency": "JPY"}""")
        .statusCode(201)
        .body("size", equalTo("500"))
        .body("rate", equalTo("20"))
        .body("over.reset", equalTo("year"));
    enter(
            """
            {"model": "whole", "meter": "images", "rateType": "volume",
             "bands": [{"to": "10", "price": "2"}, {"from": "10", "price": "1"}],
             "over": {"scope": "project", "reset": "day"}, "unit": "image", "currency": "USD"}""")
        .statusCode(201)
        .body("rateType", equalTo("volume"));
    enter(
            """
            {"model": "sized", "meter": "input_tokens", "rateType": "request-size",
             "bands": [{"to": "200000", "price": "3"}, {"from": "200000", "price": "6"}],
             "per": 1000000, "unit": "token", "currency": "USD"}""")
        .statusCode(201)
        .body("bands", hasSize(2));
    Api.admin()
        .queryParam("priceClass", "context=200k")
        .get("/api/v1/prices/match?meter=input_tokens&model=sized")
        .then()
        .body("unitPrice", equalTo("6"));
    match("model=sized").body("unitPrice", equalTo("3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'rate': '-1'                                        | rate         | negative-price",
        "'rate': null                                        | rate         | missing",
        "'rate': 'abc'                                       | rate         | type",
        "'rate': '1e999999999'                               | rate         | out-of-range",
        "'currency': 'USDX'                                  | currency     | unknown-currency",
        "'currency': null                                    | currency     | missing",
        "'meter': 'no_such_meter'                            | meter        | unknown-meter",
        "'meter': 'Not A Meter'                              | meter        | invalid-meter",
        "'meter': null                                       | meter        | missing",
        "'unit': 'image'                                     | unit         | unknown-unit",
        "'unit': null                                        | unit         | missing",
        "'per': 3                                            | per          | invalid-unit",
        "'per': 0                                            | per          | invalid-unit",
        "'validFrom': '2026-02-01T00:10:00Z'                 | validFrom    | not-a-quarter-hour",
        "'validTo': '1969-01-01T00:00:00Z'                   | validTo      | not-a-quarter-hour",
        "'modelKind': 'pattern'                              | model        | invalid-model-pattern",
        "'modelKind': 'any'                                  | model        | unexpected-model",
        "'modelKind': 'nearly'                               | modelKind    | unknown-value",
        "'priceClass': {'A B': 'x'}                          | priceClass   | invalid-price-class",
        "'rateType': 'sliding'                               | rateType     | unknown-value",
        "'rateType': 'graduated'                             | bands        | invalid-bands",
        "'bands': [{'price': '1'}]                           | bands        | unexpected-field",
        "'rateType': 'volume', 'bands': [null], 'over': {'scope': 'tenant', 'reset': 'day'}"
            + " | bands | invalid-bands",
        "'rateType': 'package', 'size': 7, 'per': 10, 'over': {'scope': 'tenant', 'reset': 'day'}"
            + " | per | not-a-block",
        "'rateType': 'package', 'size': 0, 'over': {'scope': 'tenant', 'reset': 'day'}"
            + " | size | not-positive",
        "'rateType': 'volume', 'bands': [{'price': '1'}]     | over         | missing",
        "'rateType': 'volume', 'bands': [{'price': '1'}],"
            + " 'over': {'scope': 'planet', 'reset': 'day'}  | over.scope   | unknown-value",
        "'rateType': 'volume', 'bands': [{'price': '1'}],"
            + " 'over': {'scope': 'tenant', 'reset': 'day', 'zone': 'Mars'} | over.zone | unknown-zone",
        "'rateType': 'request-size', 'bands': [{'to': 10, 'price': 1}, {'from': 11, 'price': 2}]"
            + " | bands | invalid-bands",
        "'rateType': 'request-size', 'bands': [{'to': 123, 'price': 1}, {'from': 123, 'price': 2}]"
            + " | bands | unknown-context-band",
        "'rateType': 'request-size', 'bands': [{'price': '-1'}] | price | negative-price"
      })
  void aPriceWithAFaultIsRefusedByNameAndTheBookIsUnchanged(
      String change, String field, String code) {
    String json = change.replace('\'', '"');
    String name = json.substring(1, json.indexOf('"', 1));
    List<String> sound =
        Stream.of(
                "\"model\": \"faulty\"",
                "\"meter\": \"input_tokens\"",
                "\"rate\": \"1\"",
                "\"unit\": \"token\"",
                "\"currency\": \"USD\"")
            .filter(part -> !part.startsWith("\"" + name + "\""))
            .filter(part -> !(part.startsWith("\"rate\"") && hasBands(json)))
            .toList();
    enter("{" + String.join(", ", sound) + ", " + json + "}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", containsString(field))
        .body("errors[0].code", equalTo(code));
    Api.admin().get("/api/v1/prices?model=faulty").then().body("items", hasSize(0));
  }

  private static boolean hasBands(String json) {
    return Stream.of("graduated", "volume", "request-size")
        .anyMatch(type -> json.startsWith("\"rateType\": \"" + type));
  }

  @Test
  void aListIsAskedForByText() {
    Api.admin()
        .urlEncodingEnabled(false)
        .get("/api/v1/prices?model=%00")
        .then()
        .statusCode(400)
        .body("errors[0].code", equalTo("control-character"));
  }

  @Test
  void twoPricesOfEqualSpecificityMustNotMeet() {
    String id =
        enter(flat("met.model", "1", ", \"provider\": \"azure\""))
            .statusCode(201)
            .extract()
            .path("id");
    enter(flat("met.model", "2", ", \"region\": \"eu\""))
        .statusCode(400)
        .body("errors[0].code", equalTo("overlapping-price"))
        .body("errors[0].detail", containsString(id));
    Api.admin().get("/api/v1/prices?model=met.model").then().body("items", hasSize(1));
    enter(flat("met.model", "2", ", \"region\": \"eu\", \"provider\": \"azure\"")).statusCode(201);
    enter(flat("met.model", "2", ", \"provider\": \"openai\"")).statusCode(201);
    post("/api/v1/prices/withdrawals", "{\"id\": \"" + id + "\"}").statusCode(201);
    enter(flat("met.model", "2", ", \"region\": \"us\""))
        .statusCode(400)
        .body("errors[0].code", equalTo("overlapping-price"));
  }

  @Test
  void ofTwoThatEnterPricesThatMeetAtOnceOneIsRefused() {
    List<CompletableFuture<Integer>> answers =
        Stream.of(", \"provider\": \"azure\"", ", \"region\": \"eu\"", ", \"operation\": \"chat\"")
            .map(
                more ->
                    CompletableFuture.supplyAsync(
                        () -> enter(flat("at.once.model", "1", more)).extract().statusCode()))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join).toList())
        .containsExactlyInAnyOrder(201, 400, 400);
    Api.admin().get("/api/v1/prices?model=at.once.model").then().body("items", hasSize(1));
  }

  @Test
  void aCorrectionIsSeenFromNowOnAndNotFromBefore() {
    String first =
        enter(flat("corrected.later", "1", "")).statusCode(201).extract().path("knownSince");
    String second =
        enter(flat("corrected.later", "2", "")).statusCode(201).extract().path("knownSince");
    String third =
        post(
                "/api/v1/prices/withdrawals",
                """
                {"match": {"model": "corrected.later", "meter": "input_tokens"},
                 "validFrom": "2026-03-01T00:00:00Z"}""")
            .statusCode(201)
            .body("changed", equalTo(true))
            .extract()
            .path("knownSince");
    String at = "model=corrected.later&time=2026-03-02T00:00:00Z";
    match(at + "&knownAt=" + first).body("price.rate", equalTo("1"));
    match(at + "&knownAt=" + second).body("price.rate", equalTo("2"));
    match(at + "&knownAt=" + third).body("price", nullValue()).body("reason", equalTo("withdrawn"));
    match(at).body("reason", equalTo("withdrawn"));
    match("model=corrected.later&time=2026-02-28T23:59:59Z").body("price.rate", equalTo("2"));
    match(at + "&knownAt=2999-01-01T00:00:00Z").statusCode(400);
    Api.admin()
        .get("/api/v1/prices?model=corrected.later")
        .then()
        .body("items", hasSize(3))
        .body("items.withdrawn", equalTo(List.of(false, false, true)));
    Api.admin()
        .get("/api/v1/prices?model=corrected.later&validAt=2026-01-01T00:00:00Z&current=true")
        .then()
        .body("items.rate", equalTo(List.of("2")));
  }

  @Test
  void aMatchTellsTheRuleTheNamesTriedAndTheLessSpecificPrices() {
    enter(flat("acme.reasoner", "1", "")).statusCode(201);
    enter(flat("acme.*", "2", "")).statusCode(201);
    match("model=us.acme.reasoner-20260101-v1:0&provider=aws.bedrock&region=us-east-1")
        .statusCode(200)
        .body("rule", equalTo("DATED"))
        .body("price.model", equalTo("acme.reasoner"))
        .body("names[0].name", equalTo("bedrock/us-east-1/us.acme.reasoner-20260101-v1:0"))
        .body("names.name", hasItems("us.acme.reasoner-20260101-v1:0", "acme.reasoner"))
        .body("others.model", everyItem(equalTo("acme.*")));
    match("model=nobody.knows")
        .body("reason", equalTo("unknown-model"))
        .body("names.name", hasItem("nobody.knows"));
    Api.admin().get("/api/v1/prices/match?model=m").then().statusCode(400);
    Api.admin().get("/api/v1/prices/match?meter=X&model=m").then().statusCode(400);
    match("model=m&priceClass=odd").statusCode(400);
    match("model=m&time=yesterday").statusCode(400);
  }

  @Test
  void anAliasLeadsToItsModelFromItsDateOnUntilItIsWithdrawn() {
    enter(flat("acme.aliased", "1", "")).statusCode(201);
    String id =
        post(
                "/api/v1/model-aliases",
                """
                {"provider": "azure", "name": "chat-production", "model": "acme.aliased",
                 "validFrom": "2026-03-01T00:00:00Z"}""")
            .statusCode(201)
            .body("provider", equalTo("azure.ai.openai"))
            .extract()
            .path("id");
    String asked = "provider=az.ai.openai&model=chat-production";
    match(asked + "&time=2026-03-02T00:00:00Z")
        .body("rule", equalTo("CUSTOM_ALIAS"))
        .body("price.model", equalTo("acme.aliased"));
    match(asked + "&time=2026-02-28T00:00:00Z").body("price", nullValue());
    match("model=chat-production&time=2026-03-02T00:00:00Z").body("price", nullValue());
    Api.admin()
        .get("/api/v1/model-aliases?name=chat-production")
        .then()
        .body("items.id", equalTo(List.of(id)));
    post("/api/v1/model-aliases/withdrawals", "{\"id\": \"" + id + "\"}").statusCode(201);
    match(asked + "&time=2026-03-02T00:00:00Z").body("price", nullValue());
    post("/api/v1/model-aliases", "{\"name\": \"x\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("model"));
  }

  @Test
  void onlyBillingAdminsEnterAndWithdraw() {
    for (String path :
        List.of("/api/v1/prices", "/api/v1/prices/withdrawals", "/api/v1/model-aliases")) {
      Api.as(TestKeys.VIEWER)
          .contentType("application/json")
          .body("{}")
          .post(path)
          .then()
          .statusCode(403);
    }
    Api.as(TestKeys.INGEST).get("/api/v1/prices/match?meter=images").then().statusCode(403);
    Api.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/prices/match?meter=input_tokens&model=gpt-4o")
        .then()
        .body("reason", equalTo("unknown-model"));
  }
}
