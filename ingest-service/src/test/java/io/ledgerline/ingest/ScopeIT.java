package io.ledgerline.ingest;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.testkit.DoorWalk;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys that see only some accounts, in a month of their own. */
@IngestTest
class ScopeIT {
  private static final String DAY = "2017-09-03";
  private static final String SPAN = "from=2017-09-03T00:00:00Z&to=2017-09-04T00:00:00Z";
  private static final String CORRECTIONS = "/api/v1/ledger/corrections";

  private final String own = UUID.randomUUID().toString();
  private final String source = Api.newSource();
  private final String accountA = "scope-a-" + own;
  private final String accountB = "scope-b-" + own;

  private String event(String id, String account, String tokens) {
    return Api.event(source, id, DAY + "T10:00:00Z", tokens).replace("123456789012", account);
  }

  private static ValidatableResponse send(String key, String path, String body) {
    return as(key).contentType(ContentType.JSON).body(body).post(path).then();
  }

  private JsonPath get(String key, String path) {
    return as(key).get(path).then().statusCode(200).extract().jsonPath();
  }

  @BeforeEach
  void usageOfTwoAccounts() {
    Api.post("[" + event("a", accountA, "10") + "," + event("b", accountB, "20") + "]")
        .body("counts.recorded", equalTo(2));
  }

  @Test
  void eventsOfOtherAccountsAreRejectedOneByOne() {
    String mixed = "[" + event("c", accountA, "1") + "," + event("d", accountB, "1") + "]";
    send(TestKeys.SCOPE_A, "/api/v1/events?dryRun=true", mixed)
        .body("results.status", contains("valid", "rejected"));
    send(TestKeys.SCOPE_A, "/api/v1/events", mixed)
        .statusCode(200)
        .body("results.status", contains("recorded", "rejected"))
        .body("results[1].reason.code", equalTo("account-outside-scope"));
    send(TestKeys.SCOPE_A, "/api/v1/events", event("e", accountB, "1"))
        .statusCode(422)
        .body("code", equalTo("invalid-event"));
  }

  @Test
  void questionsAreAnsweredFromWhatIsSeen() {
    String mine = "?source=" + source + "&" + SPAN;
    assertThat(get(TestKeys.SCOPE_A, "/api/v1/usage" + mine).getList("items.id", String.class))
        .containsExactly("a");
    assertThat(get(TestKeys.SCOPE_B, "/api/v1/usage" + mine).getList("items.id", String.class))
        .containsExactly("b");
    assertThat(
            get(TestKeys.SCOPE_B, "/api/v1/usage" + mine + "&sourceAccount=" + accountA)
                .getList("items"))
        .isEmpty();
    JsonPath count = get(TestKeys.SCOPE_B, "/api/v1/usage/count" + mine + "&by=sourceAccount");
    assertThat(count.getLong("events")).isEqualTo(1);
    assertThat(count.getList("groups.key", String.class)).containsExactly(accountB);
    long watermark = get(TestKeys.ADMIN, "/api/v1/ledger/watermark").getLong("watermark");
    String lines =
        as(TestKeys.SCOPE_A)
            .get("/api/v1/ledger/events?" + SPAN + "&watermark=" + watermark)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(lines).contains(accountA, "\"end\":true").doesNotContain("scope-b-");
  }

  @Test
  void onlyWhatIsSeenIsTakenBackAndCorrectionsOfOthersAreNotThere() {
    String voiding =
        """
        {"kind": "void", "reason": "scope", "select": {"sourceAccount": "%s", "source": "%s",
         "from": "2017-09-03T00:00:00Z", "to": "2017-09-04T00:00:00Z"}}""";
    String ofB = voiding.formatted(accountB, source);
    send(TestKeys.SCOPE_A, CORRECTIONS, ofB)
        .statusCode(400)
        .body("errors[0].code", equalTo("account-outside-scope"));
    String named =
        "{\"kind\":\"void\",\"reason\":\"x\",\"select\":{\"events\":[{\"source\":\"%s\",\"id\":\"b\"}]}}"
            .formatted(source);
    send(TestKeys.SCOPE_A, CORRECTIONS, named)
        .statusCode(403)
        .body("code", equalTo("scope-not-supported"));
    String id =
        send(TestKeys.SCOPE_B, CORRECTIONS, ofB)
            .statusCode(200)
            .body("effect.counts.voided", equalTo(1))
            .body("progress.of", equalTo(0))
            .extract()
            .path("id");
    as(TestKeys.SCOPE_A).get(CORRECTIONS + "/" + id).then().statusCode(404);
    assertThat(get(TestKeys.SCOPE_A, CORRECTIONS + "?limit=1000").getList("items.id", String.class))
        .doesNotContain(id);
    assertThat(get(TestKeys.SCOPE_B, CORRECTIONS + "?limit=1000").getList("items.id", String.class))
        .contains(id);
  }

  @Test
  void noDoorLeadsToWhatIsAnotherPartsOrAnotherTenants() {
    String correction =
        send(
                TestKeys.SCOPE_B,
                CORRECTIONS,
                "{\"kind\":\"void\",\"reason\":\"hers\",\"select\":{\"sourceAccount\":\"%s\",\"from\":\"2017-09-03T00:00:00Z\",\"to\":\"2017-09-04T00:00:00Z\"}}"
                    .formatted(accountB))
            .statusCode(200)
            .extract()
            .path("id");
    String batch =
        get(TestKeys.ADMIN, "/api/v1/usage?source=" + source + "&" + SPAN)
            .getString("items[0].batchId");
    long watermark = get(TestKeys.ADMIN, "/api/v1/ledger/watermark").getLong("watermark");
    DoorWalk walk =
        new DoorWalk(
            Map.of(CORRECTIONS + "/", correction, "/api/v1/ledger/batches/", batch),
            Map.of(
                "from",
                "2017-09-03T00:00:00Z",
                "to",
                "2017-09-04T00:00:00Z",
                "watermark",
                watermark,
                "limit",
                1000),
            List.of(accountB, correction));
    assertThat(walk.with(TestKeys.SCOPE_A))
        .contains("200 /api/v1/usage", "200 /api/v1/usage/count", "200 /api/v1/ledger/events")
        .contains("403 /api/v1/ledger/control-totals");
    walk.with(TestKeys.OTHER_TENANT);
  }

  @Test
  void whatSpeaksOfTheWholeTenantIsRefused() {
    for (String path :
        List.of(
            "/q/metrics",
            "/api/v1/ledger/batches",
            "/api/v1/ledger/partitions",
            "/api/v1/ledger/holds")) {
      as(TestKeys.SCOPE_A).get(path).then().statusCode(403);
    }
  }
}
