package io.ledgerline.report.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.contracts.message.AccessUsed;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.access.KeyText;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ReportServiceTest
class KeyResourceIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  private static ValidatableResponse make(String body) {
    return Api.admin().contentType(ContentType.JSON).body(body).post("/api/v1/keys").then();
  }

  private static String makeViewer(String name) {
    return make("{\"name\":\"" + name + "\",\"roles\":[\"viewer\"]}")
        .statusCode(201)
        .body("prefix", notNullValue())
        .extract()
        .path("key");
  }

  private static List<AccessKey> told(KafkaProbe kafka, String prefix, int count) {
    return kafka
        .await(
            Topics.ACCESS_KEYS,
            Duration.ofSeconds(30),
            all -> all.stream().filter(r -> prefix.equals(r.key())).count() >= count)
        .stream()
        .filter(r -> prefix.equals(r.key()))
        .map(r -> CODEC.decode(r.value(), AccessKey.class))
        .toList();
  }

  @Test
  void aNewKeyOpensWhatItsRolesAllowUntilItIsRevoked() {
    String key = makeViewer("a viewer");
    String prefix = KeyText.parse(key).orElseThrow().prefix();
    Api.as(key).get("/api/v1/prices").then().statusCode(200);
    Api.as(key).get("/api/v1/keys").then().statusCode(403);
    Api.admin().delete("/api/v1/keys/" + prefix).then().statusCode(204);
    Api.admin().delete("/api/v1/keys/" + prefix).then().statusCode(204);
    Api.as(key).get("/api/v1/prices").then().statusCode(401);
    Api.as(key.substring(0, key.length() - 1) + "x").get("/api/v1/prices").then().statusCode(401);
  }

  @Test
  void otherServicesHearOfItAndNeverOfItsText() {
    String key = makeViewer("told");
    KeyText text = KeyText.parse(key).orElseThrow();
    Api.admin().delete("/api/v1/keys/" + text.prefix()).then().statusCode(204);
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      List<AccessKey> told = told(kafka, text.prefix(), 2);
      assertThat(told).extracting(AccessKey::revision).containsExactly(1L, 2L);
      assertThat(told.getFirst().sha256()).isEqualTo(text.sha256());
      assertThat(told.getFirst().revokedAt()).isNull();
      assertThat(told.getLast().revokedAt()).isNotNull();
      assertThat(told.toString()).doesNotContain(key);
    }
  }

  @Test
  void theListShowsKeysWithoutTheirTexts() {
    String key = makeViewer("listed");
    String prefix = KeyText.parse(key).orElseThrow().prefix();
    Api.admin()
        .get("/api/v1/keys?limit=1000")
        .then()
        .statusCode(200)
        .body("items.prefix", hasItem(prefix))
        .body("items.key", not(hasItem(key)));
    Api.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/keys")
        .then()
        .body("items.prefix", not(hasItem(prefix)));
    Api.as(TestKeys.OTHER_TENANT).delete("/api/v1/keys/" + prefix).then().statusCode(404);
  }

  @Test
  void anExpiredKeyIsRefused() {
    make("{\"name\":\"late\",\"roles\":[\"viewer\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}")
        .statusCode(400)
        .body("errors[0].field", equalTo("expiresAt"));
    make("{\"name\":\"ok\",\"roles\":[\"viewer\"],\"expiresAt\":\"2120-01-01T00:00:00Z\"}")
        .statusCode(201)
        .body("expiresAt", equalTo("2120-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"roles\":[\"viewer\"]} | name",
        "{\"name\":\" \",\"roles\":[\"viewer\"]} | name",
        "{\"name\":\"x\"} | roles",
        "{\"name\":\"x\",\"roles\":[]} | roles",
        "{\"name\":\"x\",\"roles\":[\"king\"]} | roles"
      })
  void aFaultNamesItsField(String body, String field) {
    make(body).statusCode(400).body("errors[0].field", equalTo(field));
  }

  @Test
  void aKeyWithAScopeMakesAndSeesKeysWithinItAlone() {
    String within = makeScoped(TestKeys.SCOPE_A, "{\"sourceAccounts\":[\"scope-a-1\"]}");
    String same = makeScoped(TestKeys.SCOPE_A, "null");
    String whole = KeyText.parse(makeViewer("whole")).orElseThrow().prefix();
    String other = makeScoped(TestKeys.SCOPE_B, "{\"costCentres\":[\"scope-centre-b\"]}");
    Api.as(TestKeys.SCOPE_A)
        .get("/api/v1/keys?limit=1000")
        .then()
        .statusCode(200)
        .body("items.prefix", hasItems(within, same))
        .body("items.prefix", not(hasItem(whole)))
        .body("items.prefix", not(hasItem(other)))
        .body(
            "items.find { it.prefix == '%s' }.scope.costCentres".formatted(same),
            contains("scope-centre-a"));
    Api.admin().get("/api/v1/keys?limit=1000").then().body("items.prefix", hasItems(within, other));
    Api.as(TestKeys.SCOPE_A).delete("/api/v1/keys/" + other).then().statusCode(404);
    Api.as(TestKeys.SCOPE_A).delete("/api/v1/keys/" + whole).then().statusCode(404);
    Api.as(TestKeys.SCOPE_A).delete("/api/v1/keys/" + within).then().statusCode(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sourceAccounts\":[\"scope-b-1\"]}",
        "{\"sourceAccounts\":[\"scope-*\"]}",
        "{\"sourceAccounts\":[\"scope-a-1\"],\"costCentres\":[\"scope-centre-b\"]}"
      })
  void aKeyWithAScopeMakesNoneBeyondIt(String scope) {
    scoped(TestKeys.SCOPE_A, scope)
        .statusCode(400)
        .body("errors[0].field", equalTo("scope"))
        .body("errors[0].code", equalTo("scope-too-wide"));
  }

  private static String makeScoped(String by, String scope) {
    return scoped(by, scope).statusCode(201).extract().path("prefix");
  }

  private static ValidatableResponse scoped(String by, String scope) {
    return Api.as(by)
        .contentType(ContentType.JSON)
        .body("{\"name\":\"scoped\",\"roles\":[\"viewer\"],\"scope\":" + scope + "}")
        .post("/api/v1/keys")
        .then();
  }

  @Test
  void onlyAdminsMakeKeys() {
    Api.as(TestKeys.BILLING_ADMIN)
        .contentType(ContentType.JSON)
        .body("{\"name\":\"x\",\"roles\":[\"admin\"]}")
        .post("/api/v1/keys")
        .then()
        .statusCode(403);
  }

  @Test
  void aKeyIsReplacedByOneWithTheSameRightsAndEndsAfterTheGracePeriod() {
    String old = makeViewer("to be rotated");
    String prefix = KeyText.parse(old).orElseThrow().prefix();
    ValidatableResponse made =
        rotate(prefix, "{\"gracePeriod\":\"PT1H\"}")
            .statusCode(201)
            .body("name", equalTo("to be rotated"))
            .body("roles", equalTo(List.of("viewer")))
            .body("replacedBy", nullValue());
    String next = made.extract().path("prefix");
    Api.as(made.extract().path("key")).get("/api/v1/prices").then().statusCode(200);
    Api.as(old).get("/api/v1/prices").then().statusCode(200);
    Api.admin()
        .get("/api/v1/keys?name=TO BE ROTATED")
        .then()
        .body("items.find { it.prefix == '" + prefix + "' }.replacedBy", equalTo(next))
        .body("items.find { it.prefix == '" + prefix + "' }.expiresAt", notNullValue());
    rotate(prefix, "{}").statusCode(409);
    rotate(next, "{\"gracePeriod\":\"PT0S\"}").statusCode(201);
    Api.as(made.extract().path("key")).get("/api/v1/prices").then().statusCode(401);
    rotate(next, "{\"gracePeriod\":\"P1Y\"}").statusCode(400);
    rotate("00000000", "{}").statusCode(404);
  }

  @Test
  void theListIsFilteredByNameRoleAndState() {
    String open = KeyText.parse(makeViewer("filter open")).orElseThrow().prefix();
    String gone = KeyText.parse(makeViewer("filter gone")).orElseThrow().prefix();
    Api.admin().delete("/api/v1/keys/" + gone).then().statusCode(204);
    listed("name=Filter").body("items.prefix", containsInAnyOrder(open, gone));
    listed("name=filter&revoked=true").body("items.prefix", contains(gone));
    listed("name=filter&revoked=false&role=viewer").body("items.prefix", contains(open));
    listed("name=filter&role=admin").body("items", empty());
    listed("name=filter&expired=true").body("items", empty());
    listed("name=filter&expired=false").body("items.size()", equalTo(2));
    Api.admin().get("/api/v1/keys?role=king").then().statusCode(400);
  }

  @Test
  void theListTellsWhenAKeyWasUsedLastAtAnyService() {
    String prefix = KeyText.parse(makeViewer("used elsewhere")).orElseThrow().prefix();
    listed("name=used elsewhere").body("items[0].lastUsedAt", nullValue());
    AccessUsed later = new AccessUsed(Map.of(prefix, Instant.parse("2026-01-31T12:00:00Z")));
    AccessUsed earlier = new AccessUsed(Map.of(prefix, Instant.parse("2026-01-30T12:00:00Z")));
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(Topics.ACCESS_USED, null, CODEC.encode(later));
      kafka.send(Topics.ACCESS_USED, null, CODEC.encode(earlier));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                listed("name=used elsewhere")
                    .body("items[0].lastUsedAt", equalTo("2026-01-31T12:00:00Z")));
  }

  private static ValidatableResponse rotate(String prefix, String body) {
    return Api.admin()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/keys/" + prefix + "/rotations")
        .then();
  }

  private static ValidatableResponse listed(String query) {
    return Api.admin().get("/api/v1/keys?" + query).then().statusCode(200);
  }
}
