package io.ledgerline.report.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ReportServiceTest
class AccountResourceIT {
  private static final String SPAN = "&from=2008-05-01T00:00:00Z&to=2008-06-01T00:00:00Z";

  @Inject Pool database;

  private static LedgerLine event(String time, String account, int tokens) {
    return new LedgerLine(
        Instant.parse(time),
        "gateway",
        UUID.randomUUID().toString(),
        account,
        "alice",
        "aws.bedrock",
        "account-it.model",
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(MeterName.INPUT_TOKENS, tokens),
        new UUID(0, 1));
  }

  private static JsonPath get(String query) {
    return Api.as(TestKeys.VIEWER)
        .get("/api/v1/accounts?" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void accountsAreListedByNameWithTheirUseOfTheSpan() {
    LedgerFixture ledger = new LedgerFixture();
    ledger.reset();
    UsageBatch batch =
        ledger.record(
            List.of(
                event("2008-05-02T10:07:00Z", "account-it-b", 1500),
                event("2008-05-20T23:59:00Z", "account-it-b", 500),
                event("2008-05-03T00:00:00Z", "account-it-a", 7),
                event("2008-07-01T00:00:00Z", "account-it-c", 9)));
    new RollupProbe(database).awaitApplied(batch.batchId());

    JsonPath first = get("beginning=account-it-&limit=2" + SPAN);
    assertThat(first.getList("items.sourceAccount"))
        .isEqualTo(List.of("account-it-a", "account-it-b"));
    assertThat(first.getString("items[1].firstUse")).isEqualTo("2008-05-02T10:00:00Z");
    assertThat(first.getString("items[1].lastUse")).isEqualTo("2008-05-21T00:00:00Z");
    assertThat(first.getInt("items[1].events")).isEqualTo(2);
    assertThat(first.getString("items[1].quantities.input_tokens")).isEqualTo("2000");
    JsonPath second =
        get("beginning=account-it-&limit=2&cursor=" + first.getString("nextCursor") + SPAN);
    assertThat(second.getList("items.sourceAccount")).isEqualTo(List.of("account-it-c"));
    assertThat(second.<Object>get("items[0].firstUse")).isNull();
    assertThat(second.<Object>get("nextCursor")).isNull();
    assertThat(get("beginning=account-it-" + SPAN + "&fields=sourceAccount").getList("items"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=2008-05-02T00:00:00Z&to=2008-05-01T00:00:00Z",
        "from=2000-01-01T00:00:00Z&to=2026-01-01T00:00:00Z",
        "from=-999999999-01-01T00:00:00Z",
        "to=yesterday",
        "limit=0"
      })
  void aParameterThatBreaksARuleIsRefused(String query) {
    Api.as(TestKeys.VIEWER)
        .get("/api/v1/accounts?" + query)
        .then()
        .statusCode(400)
        .body("status", equalTo(400));
  }

  @Test
  void anotherTenantSeesNoneOfThem() {
    Api.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/accounts?beginning=account-it-")
        .then()
        .body("items.size()", equalTo(0));
  }
}
