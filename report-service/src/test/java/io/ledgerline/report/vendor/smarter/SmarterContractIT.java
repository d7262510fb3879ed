package io.ledgerline.report.vendor.smarter;

import static io.ledgerline.report.vendor.smarter.Records.PATH;
import static io.ledgerline.report.vendor.smarter.Records.RUNS;
import static io.ledgerline.report.vendor.smarter.Records.USER;
import static io.ledgerline.report.vendor.smarter.Records.aggregate;
import static io.ledgerline.report.vendor.smarter.Records.body;
import static io.ledgerline.report.vendor.smarter.Records.charge;
import static io.ledgerline.report.vendor.smarter.Records.list;
import static io.ledgerline.report.vendor.smarter.Records.rows;
import static io.ledgerline.report.vendor.smarter.Records.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.vendor.smarter.making.Aggregator;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The acceptance cases of the contract with Smarter, those of them that are about records, accounts
 * and adding up. Of cases 8, 9 and 12, what is about charges is in ingest-service's {@code
 * ChargeReaderTest}; case 13 is {@code ProviderCostTest}.
 */
@ReportServiceTest
class SmarterContractIT {
  private static final String A = "3141-5926-5359";

  private static final LedgerFixture LEDGER = new LedgerFixture();

  private final Aggregator aggregator;

  SmarterContractIT(Aggregator aggregator) {
    this.aggregator = aggregator;
  }

  @BeforeAll
  static void begin() {
    LEDGER.reset();
  }

  @Test
  void case01ARecordIsStoredAndSaysWhatItIs() {
    send("POST", PATH, body(A, "2024-01-01", "completion", 100, 200))
        .statusCode(201)
        .body("text", equalTo("3141-5926-5359 - u@example.com - openai - 2024-01-01 - 300"))
        .body("prompt_tokens", equalTo(100))
        .body("completion_tokens", equalTo(200))
        .body("total_tokens", equalTo(300));
  }

  @Test
  void case02TheSameAccountUserProviderAndDayIsADuplicateWhateverTheType() {
    String account = "2000-0000-0002";
    send("POST", PATH, body(account, "2024-01-01", "completion", 1, 2)).statusCode(201);
    send("POST", PATH, body(account, "2024-01-01", "tool", 1, 2))
        .statusCode(409)
        .body("code", equalTo("conflict"));
    send("PUT", PATH, body(account, "2024-01-01", "tool", 1, 2)).statusCode(201);
    send("PUT", PATH, body(account, "2024-01-01", "tool", 5, 5))
        .statusCode(200)
        .body("total_tokens", equalTo(10));
    assertThat(rows(account))
        .containsExactly("2024-01-01 openai tool 5/5/10", "2024-01-01 openai completion 1/2/3");
  }

  @Test
  void case03And04ChargesOfADayAreOneRowAndLateOnesChangeIt() {
    String account = "2000-0000-0003";
    LEDGER.commit(
        List.of(
            charge(account, USER, "2024-01-01T08:00:00Z", "openai", "completion", 10, 20),
            charge(account, USER, "2024-01-01T09:00:00Z", "openai", "completion", 1, 2),
            charge(account, USER, "2024-01-01T10:00:00Z", "openai", "completion", 5, 5)));
    JsonPath first = aggregate();
    assertThat(rows(account)).containsExactly("2024-01-01 openai completion 16/27/43");
    JsonPath told = JsonPath.from(LEDGER.consumption());
    assertThat(told.getLong("watermark")).isEqualTo(first.getLong("watermark"));
    String updated = list("account", account).getString("items[0].updated_at");

    assertThat(aggregate().getLong("changed")).isZero();
    send("POST", RUNS, "{\"date_from\": \"2024-01-01\", \"date_to\": \"2024-01-01\"}")
        .statusCode(200)
        .body("changed", equalTo(0));
    assertThat(list("account", account).getString("items[0].updated_at")).isEqualTo(updated);

    LedgerLine late = charge(account, USER, "2024-01-01T23:00:00Z", "openai", "completion", 4, 6);
    LEDGER.commit(List.of(late));
    assertThat(aggregate().getLong("changed")).isEqualTo(1);
    assertThat(rows(account)).containsExactly("2024-01-01 openai completion 20/33/53");

    LEDGER.commitTakenBack(List.of(late));
    aggregate();
    assertThat(rows(account)).containsExactly("2024-01-01 openai completion 16/27/43");
  }

  @Test
  void lateChargesAddToWhatWasEnteredByHand() {
    String account = "2000-0000-0016";
    LEDGER.commit(
        List.of(charge(account, USER, "2024-01-01T08:00:00Z", "openai", "completion", 10, 20)));
    aggregate();
    send("PUT", PATH, body(account, "2024-01-01", "completion", 100, 200)).statusCode(200);
    assertThat(rows(account)).containsExactly("2024-01-01 openai completion 100/200/300");
    LEDGER.commit(
        List.of(charge(account, USER, "2024-01-01T09:00:00Z", "openai", "completion", 1, 1)));
    aggregate();
    assertThat(rows(account)).containsExactly("2024-01-01 openai completion 101/201/302");
  }

  @Test
  void case05ProvidersHaveRowsOfTheirOwn() {
    String account = "2000-0000-0005";
    LEDGER.commit(
        List.of(
            charge(account, USER, "2024-01-01T08:00:00Z", "openai", "completion", 10, 20),
            charge(account, USER, "2024-01-01T09:00:00Z", "googleai", "completion", 1, 2)));
    aggregate();
    assertThat(rows(account))
        .containsExactlyInAnyOrder(
            "2024-01-01 openai completion 10/20/30", "2024-01-01 googleai completion 1/2/3");
  }

  @Test
  void case06AllTypesAreAddedUpAndTheFourKeyViewCountsCompletionsOnly() {
    String account = "2000-0000-0006";
    LEDGER.commit(
        List.of(
            charge(account, USER, "2024-01-01T08:00:00Z", "openai", "completion", 10, 20),
            charge(account, USER, "2024-01-01T08:00:01Z", "openai", "plugin", 10, 20),
            charge(account, USER, "2024-01-01T08:00:02Z", "openai", "tool", 10, 20)));
    assertThat(aggregate().getLong("failed")).isZero();
    assertThat(rows(account))
        .containsExactlyInAnyOrder(
            "2024-01-01 openai completion 10/20/30",
            "2024-01-01 openai plugin 10/20/30",
            "2024-01-01 openai tool 10/20/30");
    assertThat(list("account", account, "view", "smarter").getList("items.total_tokens"))
        .containsExactly(30);
  }

  @Test
  void case07MidnightInUtcPartsDays() {
    String account = "2000-0000-0007";
    LEDGER.commit(
        List.of(
            charge(account, USER, "2024-01-01T23:59:59.999Z", "openai", "completion", 1, 1),
            charge(account, USER, "2024-01-02T00:00:00Z", "openai", "completion", 2, 2)));
    aggregate();
    assertThat(rows(account))
        .containsExactly(
            "2024-01-02 openai completion 2/2/4", "2024-01-01 openai completion 1/1/2");
    JsonPath first = list("account", account, "date_to", "2024-01-01");
    assertThat(first.getList("items.date")).containsExactly("2024-01-01");
    JsonPath both = list("account", account, "date_from", "2024-01-01", "date_to", "2024-01-02");
    assertThat(both.getList("items.date")).containsExactly("2024-01-02", "2024-01-01");
  }

  @Test
  void case08TokensThatAreNoCountOrNoSumAreRefused() {
    String record = body("2000-0000-0008", "2024-01-01", "completion", 100, 200);
    for (String bad :
        List.of(
            record.replace("\"total_tokens\": 300", "\"total_tokens\": 301"),
            record.replace("\"prompt_tokens\": 100", "\"prompt_tokens\": -100"),
            record.replace("\"total_tokens\": 300", "\"total\": 300"))) {
      send("POST", PATH, bad).statusCode(422).body("code", equalTo("invalid-record"));
      send("PUT", PATH, bad).statusCode(422);
    }
    assertThat(rows("2000-0000-0008")).isEmpty();
  }

  @Test
  void case09AnUnknownTypeIsRefusedAndKnownWordsHaveLabels() {
    String record = body("2000-0000-0009", "2024-01-01", "completion", 1, 2);
    send("POST", PATH, record.replace("completion\"", "usage\""))
        .statusCode(422)
        .body("errors[0].field", equalTo("charge_type"));
    send("POST", PATH, record.replace("openai", "googleai"))
        .statusCode(201)
        .body("charge_type_display", equalTo("Prompt Completion"))
        .body("provider_display", equalTo("Google AI"));
    send("POST", PATH, record.replace("openai", "test-provider"))
        .statusCode(201)
        .body("provider_display", equalTo("test-provider"));
  }

  @Test
  void case10OneBadGroupAmongFiftyIsReportedAndTheOthersAreAddedUp() {
    String account = "2000-0000-0010";
    List<LedgerLine> charges = new ArrayList<>();
    for (int i = 0; i < 49; i++) {
      charges.add(
          charge(
              account, "u" + i + "@example.com", "2024-01-01T08:00:00Z", "openai", "tool", 1, 1));
    }
    LedgerLine bad = charge(account, USER, "2024-01-01T08:00:00Z", null, "completion", 1, 1);
    charges.add(bad);
    LEDGER.commit(charges);

    JsonPath run = aggregate();

    assertThat(rows(account)).hasSize(49);
    assertThat(run.getList("failures.findAll {it.account == '" + account + "'}")).hasSize(1);
    assertThat(run.getString("failures.find {it.account == '" + account + "'}.field"))
        .isEqualTo("provider");
    assertThat(run.getString("failures.find {it.account == '" + account + "'}.code"))
        .isEqualTo("missing");
    assertThat(JsonPath.from(LEDGER.consumption()).getList("held.account")).contains(account);
    // It is tried again and told again, until it is mended.
    assertThat(aggregate().getList("failures.account")).contains(account);
    assertThat(Api.admin().get(RUNS).then().statusCode(200).extract().jsonPath().getList("items"))
        .hasSizeGreaterThan(1);
  }

  @Test
  void case11SeveralRunsAtOnceCountOnce() throws Exception {
    String account = "2000-0000-0011";
    LEDGER.commit(
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    charge(
                        account,
                        "u" + i % 4 + "@example.com",
                        "2024-01-01T08:00:00Z",
                        "openai",
                        "completion",
                        1,
                        2))
            .toList());
    Callable<Aggregation> run = () -> aggregator.run(TenantId.DEFAULT, List.of(), "test");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(List.of(run, run, run))) {
        assertThat(outcome.get().watermark()).isPositive();
      }
    }
    assertThat(rows(account)).hasSize(4).containsOnly("2024-01-01 openai completion 10/20/30");
  }

  @Test
  void case12AnAccountNumberHasItsFormAndNeverChanges() {
    String accounts = "/api/v1/smarter/accounts";
    send("POST", accounts, "{\"account_number\": \"3141-59265359\"}")
        .statusCode(422)
        .body("errors[0].code", equalTo("invalid-account-number"));
    send("POST", PATH, body("3141-59265359", "2024-01-01", "tool", 1, 2)).statusCode(422);
    send("POST", accounts, "{\"account_number\": \"2000-0000-0012\", \"currency\": \"EUR\"}")
        .statusCode(201)
        .body("currency", equalTo("EUR"));
    send("POST", accounts, "{\"account_number\": \"2000-0000-0012\"}").statusCode(409);
    send("PUT", accounts + "/2000-0000-0012", "{\"account_number\": \"2000-0000-0013\"}")
        .statusCode(409)
        .body("detail", equalTo("The number of an account never changes."));
    send("PUT", accounts + "/2000-0000-0012", "{\"company_name\": \"Example Ltd\"}")
        .statusCode(200)
        .body("account_number", equalTo("2000-0000-0012"))
        .body("company_name", equalTo("Example Ltd"));
    send("POST", accounts, "{\"account_number\": \"9999-9999-9999\"}")
        .statusCode(201)
        .body("account_number", matchesPattern("\\d{4}-\\d{4}-\\d{4}"));
  }

  @Test
  void case14RecordsAreReadOnlyForThoseWhoOnlyLook() {
    String record = body("2000-0000-0014", "2024-01-01", "completion", 1, 2);
    int id = send("POST", PATH, record).statusCode(201).extract().path("id");
    for (String method : List.of("POST", "PUT")) {
      Api.as(TestKeys.VIEWER)
          .contentType(ContentType.JSON)
          .body(record)
          .request(method, PATH)
          .then()
          .statusCode(403);
    }
    for (String method : List.of("PUT", "PATCH", "DELETE", "POST")) {
      Api.as(TestKeys.VIEWER)
          .contentType(ContentType.JSON)
          .body(record)
          .request(method, PATH + "/" + id)
          .then()
          .statusCode(405);
    }
    Api.as(TestKeys.VIEWER).get(PATH + "/" + id).then().statusCode(200);
    Api.as(TestKeys.OTHER_TENANT).get(PATH + "/" + id).then().statusCode(404);
  }

  @Test
  void case14AKeyOfOneAccountSeesNothingOfOthers() {
    String mine = "2000-1400-0001";
    int own = send("POST", PATH, body(mine, "2024-01-01", "tool", 1, 2)).extract().path("id");
    String others = body("2000-1400-0002", "2024-01-01", "tool", 1, 2);
    int other = send("POST", PATH, others).extract().path("id");
    String key =
        send(
                "POST",
                "/api/v1/keys",
                """
                {"name": "staff of %s", "roles": ["viewer", "billing-admin"],
                 "scope": {"sourceAccounts": ["%s"]}}"""
                    .formatted(mine, mine))
            .statusCode(201)
            .extract()
            .path("key");
    JsonPath seen = Api.as(key).get(PATH).then().statusCode(200).extract().jsonPath();
    assertThat(seen.getList("items.id")).containsExactly(own);
    Api.as(key).get(PATH + "/" + other).then().statusCode(404);
    Api.as(key).get(PATH + "/" + own + "/next").then().statusCode(404);
    Api.as(key).get("/api/v1/smarter/accounts/2000-1400-0002").then().statusCode(404);
    Api.as(key).contentType(ContentType.JSON).body(others).put(PATH).then().statusCode(404);
    Api.as(key).contentType(ContentType.JSON).body("{}").post(RUNS).then().statusCode(403);
    assertThat(list("account", "2000-1400-0002").getList("items")).hasSize(1);
  }

  @Test
  void case15NextAndPreviousAreTheNearestByDayAndNumber() {
    // Days before all others of these tests, so that their neighbours are known.
    int second = entered("2001-03-05");
    int first = entered("2001-03-01");
    int third = entered("2001-03-09");
    assertThat(neighbour(first, "next")).isEqualTo(second);
    assertThat(neighbour(second, "next")).isEqualTo(third);
    assertThat(neighbour(second, "previous")).isEqualTo(first);
    Api.admin().get(PATH + "/" + first + "/previous").then().statusCode(404);
    Api.admin().get(PATH + "/0/next").then().statusCode(404);
  }

  private static int entered(String date) {
    return send("POST", PATH, body("2000-0000-0015", date, "completion", 1, 2))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static int neighbour(int id, String direction) {
    return Api.admin()
        .get(PATH + "/" + id + "/" + direction)
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }
}
