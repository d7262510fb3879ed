package io.ledgerline.report.vendor.smarter;

import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.vendor.smarter.making.Aggregator;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Charges and records as tests write and read them. */
final class Records {
  static final String PATH = "/api/v1/daily-billing-records";
  static final String RUNS = PATH + "/aggregations";
  static final String USER = "u@example.com";

  private Records() {}

  static LedgerLine charge(
      String account, String user, String time, String provider, String type, int in, int out) {
    return new LedgerLine(
        Instant.parse(time),
        Aggregator.SOURCE,
        UUID.randomUUID().toString(),
        account,
        user,
        provider,
        "gpt-4",
        null,
        PriceClass.NONE,
        Quantities.of(
            Map.of(
                MeterName.INPUT_TOKENS, Quantity.of(in),
                MeterName.OUTPUT_TOKENS, Quantity.of(out))),
        UUID.randomUUID(),
        null,
        null,
        null,
        type,
        Labels.NONE);
  }

  static String body(String account, String date, String type, long in, long out) {
    return """
        {"account": "%s", "user": "%s", "provider": "openai", "date": "%s", "charge_type": "%s",
         "prompt_tokens": %d, "completion_tokens": %d, "total_tokens": %d}"""
        .formatted(account, USER, date, type, in, out, in + out);
  }

  static ValidatableResponse send(String method, String path, String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).request(method, path).then();
  }

  static JsonPath aggregate() {
    return send("POST", RUNS, "{}").statusCode(200).extract().jsonPath();
  }

  static JsonPath list(String... filters) {
    var call = Api.admin();
    for (int i = 0; i < filters.length; i += 2) {
      call.queryParam(filters[i], filters[i + 1]);
    }
    return call.get(PATH).then().statusCode(200).extract().jsonPath();
  }

  static List<String> rows(String account) {
    JsonPath page = list("account", account);
    return IntStream.range(0, page.getList("items").size())
        .mapToObj(
            i ->
                "%s %s %s %d/%d/%d"
                    .formatted(
                        page.getString("items[" + i + "].date"),
                        page.getString("items[" + i + "].provider"),
                        page.getString("items[" + i + "].charge_type"),
                        page.getLong("items[" + i + "].prompt_tokens"),
                        page.getLong("items[" + i + "].completion_tokens"),
                        page.getLong("items[" + i + "].total_tokens")))
        .toList();
  }
}
