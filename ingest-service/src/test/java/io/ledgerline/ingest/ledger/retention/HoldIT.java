package io.ledgerline.ingest.ledger.retention;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is held stays, whatever the policy says. */
@IngestTest
@TestProfile(RetentionProfile.class)
class HoldIT {
  private final RetentionLab lab = new RetentionLab();

  @AfterEach
  void close() throws SQLException {
    lab.close();
  }

  static long place(RetentionLab lab) {
    return request(
            TestKeys.INSTALLER,
            "{\"fromMonth\": \"%s\", \"reason\": \"case 17\"}".formatted(lab.month()))
        .statusCode(201)
        .body("placedBy", notNullValue())
        .extract()
        .jsonPath()
        .getLong("id");
  }

  static void release(long hold) {
    as(TestKeys.INSTALLER).delete("/api/v1/ledger/holds/" + hold).then().statusCode(204);
  }

  private static ValidatableResponse request(String key, String body) {
    return as(key).contentType(ContentType.JSON).body(body).post("/api/v1/ledger/holds").then();
  }

  @Test
  void aHoldKeepsAMonthUntilItIsReleased() {
    lab.record("a-", 3);
    lab.confirmAll();
    long hold = place(lab);
    lab.yearsGoBy();

    lab.awaitWaitingFor("held");
    assertThat(lab.state()).isEqualTo("ARCHIVED");
    assertThat(lab.listed().getList("holds", Long.class)).containsExactly(hold);
    assertThat(lab.value("SELECT count(*) FROM " + Months.table(lab.month()))).isEqualTo("3");

    release(hold);
    lab.awaitState("DROPPED");
    as(TestKeys.INSTALLER)
        .queryParam("released", true)
        .get("/api/v1/ledger/holds")
        .then()
        .body("items.find { it.id == " + hold + " }.releasedBy", notNullValue());
    as(TestKeys.INSTALLER)
        .get("/api/v1/ledger/holds")
        .then()
        .body("items.id", not(hasItem((int) hold)));
    as(TestKeys.INSTALLER).delete("/api/v1/ledger/holds/" + hold).then().statusCode(404);
  }

  @Test
  void aHoldThatComesTooLateSaysSo() {
    lab.record("a-", 3);
    lab.confirmAll();
    lab.yearsGoBy();
    lab.awaitState("DROPPED");

    request(
            TestKeys.INSTALLER,
            "{\"fromMonth\": \"%s\", \"reason\": \"case 18\"}".formatted(lab.month()))
        .statusCode(201)
        .body("goneMonths", hasItem(lab.month().toString()));
  }

  @Test
  void anotherTenantsAdminHoldsItsOwnUsageOnly() {
    String own = "{\"fromMonth\": \"2019-01\", \"reason\": \"ours\"}";
    String all = "{\"fromMonth\": \"2019-01\", \"reason\": \"all\", \"allTenants\": true}";

    request(TestKeys.OTHER_TENANT, own).statusCode(201).body("tenant", equalTo("other"));
    request(TestKeys.OTHER_TENANT, all).statusCode(403);
    request(TestKeys.ADMIN, all).statusCode(403);
    as(TestKeys.ADMIN)
        .get("/api/v1/ledger/holds")
        .then()
        .body("items.tenant", not(hasItem("other")));
    long everybodys =
        request(TestKeys.INSTALLER, all).statusCode(201).extract().jsonPath().getLong("id");
    as(TestKeys.OTHER_TENANT).delete("/api/v1/ledger/holds/" + everybodys).then().statusCode(404);
    release(everybodys);
    request(TestKeys.VIEWER, own).statusCode(403);
  }

  @Test
  void anotherTenantsMonthsAreNotThereAndTheirSizeIsTheOperators() {
    lab.record("a-", 2);
    long hold = place(lab);
    String find = "items.find { it.month == '" + lab.month() + "' }";

    as(TestKeys.INSTALLER)
        .get("/api/v1/ledger/partitions?limit=1000")
        .then()
        .body(find + ".bytes", notNullValue());
    as(TestKeys.VIEWER)
        .get("/api/v1/ledger/partitions?limit=1000")
        .then()
        .body(find + ".rows", equalTo(2))
        .body(find + ".bytes", nullValue())
        .body(find + ".holds", hasItem((int) hold));
    as(TestKeys.OTHER_TENANT)
        .get("/api/v1/ledger/partitions?limit=1000")
        .then()
        .statusCode(200)
        .body(find, nullValue());
    as(TestKeys.OTHER_TENANT)
        .get("/api/v1/ledger/retention")
        .then()
        .statusCode(200)
        .body(find.replace("items", "months"), nullValue());
    release(hold);
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"reason\": \"r\"}', fromMonth, missing",
    "'{\"fromMonth\": \"2019-13\", \"reason\": \"r\"}', fromMonth, invalid-month",
    "'{\"fromMonth\": \"2019-02\", \"toMonth\": \"2019-01\", \"reason\": \"r\"}', toMonth, period-empty",
    "'{\"fromMonth\": \"2019-02\", \"reason\": \" \"}', reason, length",
  })
  void aFieldThatBreaksARuleIsNamed(String body, String field, String code) {
    request(TestKeys.INSTALLER, body)
        .statusCode(400)
        .body("errors[0].field", equalTo(field))
        .body("errors[0].code", equalTo(code));
  }
}
