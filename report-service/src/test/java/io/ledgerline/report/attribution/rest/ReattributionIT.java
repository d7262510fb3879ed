package io.ledgerline.report.attribution.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A past period is rated again after who pays was corrected, and as it was known before. */
@ReportServiceTest
class ReattributionIT {
  private static final String DAY = "2018-07-01T";

  private final String own = UUID.randomUUID().toString().substring(0, 8);
  private final LedgerFixture ledger = new LedgerFixture();

  @Inject Pool database;

  private void post(String path, String body) {
    Api.admin().contentType(ContentType.JSON).body(body).post(path).then().statusCode(201);
  }

  private void centre(String code, String currency) {
    post(
        "/api/v1/cost-centres",
        "{\"code\":\"%s-%s\",\"name\":\"%s\",\"billingCurrency\":\"%s\"}"
            .formatted(code, own, code, currency));
  }

  private void rule(String centre, String from) {
    post(
        "/api/v1/attribution-rules",
        """
        {"match": {"sourceAccount": "%s", "model": "%s*"}, "costCentre": "%s-%s", "validFrom": "%s"}"""
            .formatted(own, own, centre, own, DAY + from));
  }

  private LedgerLine event(String time, int tokens) {
    return new LedgerLine(
        Instant.parse(DAY + time),
        "gateway",
        UUID.randomUUID().toString(),
        own,
        "alice",
        "aws.bedrock",
        own + ".model",
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(MeterName.INPUT_TOKENS, tokens),
        new UUID(0, 1));
  }

  /** Tokens by cost centre. */
  private Map<String, String> tokens(String knownAt) {
    var call =
        Api.admin()
            .queryParam("from", DAY + "00:00:00Z")
            .queryParam("to", "2018-07-02T00:00:00Z")
            .queryParam("model", own + ".model");
    JsonPath page =
        (knownAt == null ? call : call.queryParam("knownAt", knownAt))
            .get("/api/v1/ratings")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (int i = 0; i < page.getList("items").size(); i++) {
      String centre = page.getString("items[" + i + "].costCentre");
      sums.merge(
          centre.replace("-" + own, ""),
          new BigDecimal(page.getString("items[" + i + "].usage.quantity")),
          BigDecimal::add);
    }
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((centre, sum) -> texts.put(centre, sum.toPlainString()));
    return texts;
  }

  private static String mark() {
    return Api.admin().get("/api/v1/attribution-rules/match").then().extract().path("knownAt");
  }

  @Test
  void aRuleLearntLaterReattributesAPastDayAndTheOldMarkReprintsItAsItWas() {
    ledger.reset();
    Api.admin()
        .contentType("text/csv")
        .body("modelName,inputTokenPrice,outputTokenPrice\n%s.model,1,1\n".formatted(own))
        .post("/api/v1/prices/imports")
        .then()
        .statusCode(200);
    new RollupProbe(database)
        .awaitApplied(
            ledger
                .record(
                    List.of(event("08:00:00Z", 1), event("11:59:59Z", 10), event("12:00:00Z", 100)))
                .batchId());
    assertThat(tokens(null)).isEqualTo(Map.of("suspense", "111"));
    centre("one", "USD");
    centre("two", "USD");
    rule("one", "00:00:00Z");
    String first = mark();
    rule("two", "12:00:00Z");
    String second = mark();
    rule("two", "08:15:00Z");

    assertThat(tokens(first)).isEqualTo(Map.of("one", "111"));
    assertThat(tokens(second)).isEqualTo(Map.of("one", "11", "two", "100"));
    assertThat(tokens(null)).isEqualTo(Map.of("one", "1", "two", "110"));
    assertThat(tokens(first)).isEqualTo(Map.of("one", "111"));
  }
}
