package io.ledgerline.ingest.ledger.person;

import static io.ledgerline.ingest.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.ledgerline.ingest.Api;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.testkit.TestKeys;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@IngestTest
class ErasureIT {
  private static final String PATH = "/api/v1/ledger/erasures";
  private static final String DAY = "2017-03-05T";

  @Inject Pool database;

  private final String source = Api.newSource();
  private final String name = "Zoë." + UUID.randomUUID() + "@example.org";

  private String event(String id, String principal) {
    return Api.event(source, id, DAY + "10:00:00Z", "10").replace("alice", principal);
  }

  private String status(String event) {
    return Api.post("[" + event + "]").extract().path("results[0].status");
  }

  private static ValidatableResponse erase(String key, String... names) {
    return as(key)
        .contentType(ContentType.JSON)
        .body(Map.of("names", List.of(names)))
        .post(PATH)
        .then();
  }

  private List<Map<String, Object>> usage() {
    return as(TestKeys.VIEWER)
        .queryParam("source", source)
        .get("/api/v1/usage")
        .jsonPath()
        .getList("items");
  }

  /** Tables that say the text anywhere. */
  private List<String> tablesThatSay(String text) {
    List<String> found = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    database
        .query(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
        .execute()
        .await()
        .indefinitely()
        .forEach(row -> tables.add(row.getString(0)));
    for (String table : tables) {
      String query =
          "SELECT EXISTS (SELECT FROM \"%s\" t WHERE t::text ILIKE '%%%s%%')"
              .formatted(table, text);
      if (database.query(query).execute().await().indefinitely().iterator().next().getBoolean(0)) {
        found.add(table);
      }
    }
    return found;
  }

  private String verification() {
    return as(TestKeys.VIEWER)
        .queryParam("from", DAY + "00:00:00Z")
        .queryParam("to", "2017-03-06T00:00:00Z")
        .get("/api/v1/ledger/verification")
        .asString();
  }

  @Test
  void anErasedPersonIsASurrogateAndWhatWasSentStaysKnownAndProved() {
    String text = name.substring(5, 30);
    status(event("a", name));
    status(event("b", name.toUpperCase(Locale.ROOT)));
    status(event("c", "somebody else"));
    assertThat(tablesThatSay(text)).contains("principal");

    JsonPath erased =
        erase(TestKeys.ADMIN, " " + name.toLowerCase(Locale.ROOT))
            .statusCode(200)
            .body("erased", hasSize(2))
            .body("erased.name", hasItem(name))
            .extract()
            .jsonPath();

    assertThat(tablesThatSay(text)).isEmpty();
    assertThat(usage())
        .filteredOn(item -> !"c".equals(item.get("id")))
        .hasSize(2)
        .allSatisfy(
            item -> {
              assertThat(item.get("principal")).isNull();
              assertThat(erased.getList("erased.id")).contains(item.get("principalId"));
            });
    assertThat(verification()).contains("\"findings\":0");
    assertThat(status(event("a", name))).isEqualTo("duplicate");
    assertThat(status(event("d", name))).isEqualTo("recorded");
    assertThat(tablesThatSay(text)).isEmpty();
    erase(TestKeys.SERVICE, name).statusCode(200).body("erased", hasSize(1));
    as(TestKeys.ADMIN)
        .get(PATH)
        .then()
        .statusCode(200)
        .body("items.id", hasItems(erased.getList("erased.id").toArray()))
        .body("items.name", everyItem(nullValue()));
  }

  @Test
  void aReleasedNameIsSomebodyNewAndNothingIsCountedTwice() {
    status(event("a", name));
    String old = erase(TestKeys.ADMIN, name).extract().path("erased[0].id");
    as(TestKeys.ADMIN).delete(PATH + "/" + old + "/name").then().statusCode(204);
    as(TestKeys.ADMIN)
        .delete(PATH + "/" + UUID.randomUUID() + "/name")
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));

    assertThat(status(event("a", name))).isEqualTo("conflict");
    assertThat(status(event("b", name))).isEqualTo("recorded");
    assertThat(usage())
        .filteredOn(item -> "b".equals(item.get("id")))
        .allSatisfy(item -> assertThat(item.get("principal")).isEqualTo(name))
        .allSatisfy(item -> assertThat(item.get("principalId")).isNotEqualTo(old));
  }

  @Test
  void onlyWhoKeepsTheDirectoryErases() {
    erase(TestKeys.INGEST, name).statusCode(403);
    erase(TestKeys.VIEWER, name).statusCode(403);
    erase(TestKeys.ADMIN, " ").statusCode(400);
    as(TestKeys.ADMIN)
        .contentType(ContentType.JSON)
        .body("{\"names\": []}")
        .post(PATH)
        .then()
        .statusCode(400);
    erase(TestKeys.ADMIN, name).statusCode(200).body("erased", hasSize(0));
  }
}
