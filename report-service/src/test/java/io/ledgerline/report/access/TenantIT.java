package io.ledgerline.report.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.ledgerline.contracts.message.AccessTenant;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class TenantIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  private static ValidatableResponse make(String body) {
    return Api.as(TestKeys.OPERATOR)
        .contentType(ContentType.JSON)
        .body(body)
        .post("/api/v1/tenants")
        .then();
  }

  private static ValidatableResponse suspend(String tenant) {
    return Api.as(TestKeys.OPERATOR)
        .contentType(ContentType.JSON)
        .body("{\"reason\":\"a test\"}")
        .put("/api/v1/tenants/" + tenant + "/suspension")
        .then();
  }

  @Test
  void aTenantIsMadeWithAFirstKeyThatMakesTheOthers() {
    String key =
        make("{\"id\":\"acme\",\"name\":\"Acme\"}")
            .statusCode(201)
            .body("tenant.id", equalTo("acme"))
            .body("tenant.createdBy", equalTo("test-operator"))
            .body("adminKey.roles", equalTo(List.of("admin")))
            .body("adminKey.key", notNullValue())
            .extract()
            .path("adminKey.key");
    Api.as(key)
        .contentType(ContentType.JSON)
        .body("{\"name\":\"reader\",\"roles\":[\"viewer\"]}")
        .post("/api/v1/keys")
        .then()
        .statusCode(201);
    Api.as(key).get("/api/v1/keys").then().body("items.size()", equalTo(2));
    Api.admin().get("/api/v1/keys?limit=1000").then().body("items.name", not(hasItem("reader")));
    make("{\"id\":\"acme\"}").statusCode(409);
    Api.as(TestKeys.OPERATOR)
        .get("/api/v1/tenants?limit=1000")
        .then()
        .body("items.id", hasItem("acme"))
        .body("items.id", hasItem("default"));
  }

  @Test
  void aSuspendedTenantsKeysStopAtOnceAndGoOnAfterwards() {
    String key = make("{\"id\":\"in-arrears\"}").statusCode(201).extract().path("adminKey.key");
    Api.as(key).get("/api/v1/prices").then().statusCode(200);
    suspend("in-arrears").statusCode(200).body("reason", equalTo("a test"));
    suspend("in-arrears").statusCode(200);
    Api.as(key).get("/api/v1/prices").then().statusCode(401);
    Api.as(TestKeys.OPERATOR)
        .get("/api/v1/tenants?suspended=true")
        .then()
        .body("items.id", hasItem("in-arrears"))
        .body("items.id", not(hasItem("default")));
    Api.as(TestKeys.OPERATOR)
        .delete("/api/v1/tenants/in-arrears/suspension")
        .then()
        .statusCode(200);
    Api.as(key).get("/api/v1/prices").then().statusCode(200);
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      List<AccessTenant> told =
          kafka
              .await(
                  Topics.ACCESS_TENANTS,
                  Duration.ofSeconds(30),
                  all -> all.stream().filter(r -> "in-arrears".equals(r.key())).count() >= 3)
              .stream()
              .filter(r -> "in-arrears".equals(r.key()))
              .map(r -> CODEC.decode(r.value(), AccessTenant.class))
              .toList();
      assertThat(told).extracting(AccessTenant::revision).containsExactly(1L, 2L, 3L);
      assertThat(told)
          .extracting(tenant -> tenant.suspendedAt() != null)
          .containsExactly(false, true, false);
    }
  }

  @Test
  void onlyAnOperatorSeesTenantsAndTheInstallationsOwnStays() {
    Api.admin().get("/api/v1/tenants").then().statusCode(403);
    Api.admin()
        .contentType(ContentType.JSON)
        .body("{\"name\":\"x\",\"roles\":[\"operator\"]}")
        .post("/api/v1/keys")
        .then()
        .statusCode(400);
    Api.as(TestKeys.OPERATOR).get("/api/v1/prices").then().statusCode(403);
    suspend("default").statusCode(409);
    suspend("nobody-knows").statusCode(404);
    make("{\"id\":\"Not A Slug\"}").statusCode(400);
    make("{\"name\":\"x\"}").statusCode(400);
  }
}
