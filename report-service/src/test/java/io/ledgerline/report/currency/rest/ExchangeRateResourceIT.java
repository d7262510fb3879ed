package io.ledgerline.report.currency.rest;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Each test has currencies of its own. */
@ReportServiceTest
class ExchangeRateResourceIT {
  private static final String PATH = "/api/v1/exchange-rates";

  private static ValidatableResponse post(String path, String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static ValidatableResponse bring(String table, String query) {
    return Api.admin().contentType("text/csv").body(table).post(PATH + "/imports" + query).then();
  }

  private static ValidatableResponse list(String query) {
    return Api.as(TestKeys.VIEWER).get(PATH + query).then().statusCode(200);
  }

  private static String rate(String to, String rate, String day) {
    return """
        {"from": "USD", "to": "%s", "rate": %s, "day": "%s", "source": "bank"}"""
        .formatted(to, rate, day);
  }

  @Test
  void aRateIsEnteredShownCorrectedAndWithdrawn() {
    String id =
        post(PATH, rate("CHF", "\"0.880\"", "2026-01-31"))
            .statusCode(201)
            .header("Location", containsString(PATH + "/"))
            .body("from", equalTo("USD"))
            .body("to", equalTo("CHF"))
            .body("rate", equalTo("0.88"))
            .body("validFrom", equalTo("2026-01-31T00:00:00Z"))
            .body("validTo", equalTo("2026-02-01T00:00:00Z"))
            .body("source", equalTo("bank"))
            .body("enteredBy", equalTo("test-admin"))
            .body("withdrawn", equalTo(false))
            .extract()
            .path("id");
    String known =
        post(PATH, rate("CHF", "0.88", "2026-01-31"))
            .statusCode(200)
            .body("id", equalTo(id))
            .extract()
            .path("knownSince");
    Api.as(TestKeys.VIEWER).get(PATH + "/" + id).then().body("rate", equalTo("0.88"));
    post(PATH, rate("CHF", "0.89", "2026-01-31")).statusCode(201);
    list("?to=CHF").body("items.rate", contains("0.88", "0.89"));
    list("?to=CHF&current=true").body("items.rate", contains("0.89"));
    list("?to=CHF&knownAt=" + known).body("items.rate", contains("0.88"));
    post(PATH + "/withdrawals", "{\"id\": \"" + id + "\"}")
        .statusCode(201)
        .body("changed", equalTo(true))
        .body("withdrawn", equalTo(true));
    post(PATH + "/withdrawals", "{\"match\": {\"from\": \"USD\", \"to\": \"CHF\"}}")
        .statusCode(200)
        .body("changed", equalTo(false));
    list("?to=CHF&current=true").body("items", hasSize(0));
    list("?to=CHF").body("items", hasSize(3)).body("items[2].rate", nullValue());
  }

  @Test
  void aTableIsImportedOnceAndImportingItAgainChangesNothing() {
    String table =
        "from;to;day;rate\nUSD;JPY;2026-01-30;150.25\nUSD;JPY;2026-01-31;1.5E2\nJPY;USD;;\n";
    bring(table, "")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("rows[3].rate"));
    list("?to=JPY").body("items", hasSize(0));
    String sound = table.replace("JPY;USD;;\n", "");
    bring(sound, "?dryRun=true").statusCode(200).body("added", equalTo(2));
    list("?to=JPY").body("items", hasSize(0));
    bring(sound, "?source=bank").statusCode(200).body("added", equalTo(2));
    bring(sound, "")
        .body("rows", equalTo(2))
        .body("unchanged", equalTo(2))
        .body("changes", hasSize(0));
    bring(sound.replace("150.25", "150.5"), "?dryRun=true")
        .body("changed", equalTo(1))
        .body("changes[0].match.to", equalTo("JPY"))
        .body("changes[0].before.rate", equalTo("150.25"))
        .body("changes[0].after.rate", equalTo("150.5"));
    list("?to=JPY&limit=1").body("items", hasSize(1)).body("nextCursor", notNullValue());
  }

  @Test
  void whatBreaksARuleIsRefusedByField() {
    post(PATH, rate("EURO", "1", "2026-01-31"))
        .statusCode(400)
        .body("errors[0].code", equalTo("unknown-currency"))
        .body("errors[0].field", equalTo("to"));
    post(PATH, rate("EUR", "-1", "2026-01-31"))
        .statusCode(400)
        .body("errors[0].code", equalTo("not-positive"));
    post(PATH, "{\"from\":\"USD\",\"to\":\"EUR\",\"rate\":1}")
        .statusCode(400)
        .body("errors[0].code", equalTo("unclear-validity"));
    post(PATH + "/withdrawals", "{}").statusCode(400).body("errors.code", hasItems("missing"));
    Api.admin().get(PATH + "?validAt=yesterday").then().statusCode(400);
    Api.admin().get(PATH + "/00000000-0000-0000-0000-000000000000").then().statusCode(404);
    bring("from,to,month,rate\nUSD,SEK,2026-01,10\nUSD,SEK,2026-01,11\n", "")
        .statusCode(400)
        .body("errors[0].field", equalTo("rows[2]"))
        .body("errors[0].code", equalTo("duplicate-entry"));
    bring("from,to,month,rate\n" + "USD,SEK,2026-01,10\n".repeat(100_001), "")
        .statusCode(413)
        .body("code", equalTo("too-many-entries"));
  }

  @Test
  void viewersReadAndBillingAdminsEnter() {
    Api.as(TestKeys.VIEWER)
        .contentType(ContentType.JSON)
        .body(rate("EUR", "1", "2026-01-31"))
        .post(PATH)
        .then()
        .statusCode(403);
    Api.as(TestKeys.INGEST).get(PATH).then().statusCode(403);
    post(PATH, rate("GBP", "0.8", "2026-01-31")).statusCode(201);
    Api.as(TestKeys.OTHER_TENANT).get(PATH + "?to=GBP").then().body("items", hasSize(0));
  }
}
