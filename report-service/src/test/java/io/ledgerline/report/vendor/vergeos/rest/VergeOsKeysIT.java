package io.ledgerline.report.vendor.vergeos.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.vendor.vergeos.rest.VergeOsClient.Answer;
import io.ledgerline.testkit.TestKeys;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who sees which billing records, and how they move here. */
@ReportServiceTest
class VergeOsKeysIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Pool database;

  private final VergeOsClient client = VergeOsClient.basic("admin", TestKeys.BILLING_ADMIN);

  @BeforeEach
  void dataA() throws IOException {
    DataA.lay(database);
  }

  private static Map<String, String> filter(String filter) {
    return Map.of("filter", filter);
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aTokenEndsWithTheKeyThatItWasMadeWith() {
    VergeOsClient admin = VergeOsClient.bearer(TestKeys.ADMIN);
    JsonNode key = admin.post("/api/v1/keys", "{\"name\":\"vrg\",\"roles\":[\"viewer\"]}").body();
    String text =
        VergeOsClient.basic("vrg", key.path("key").asText())
            .post("/api/sys/tokens", "{}")
            .body()
            .path("$key")
            .asText();
    VergeOsClient session = VergeOsClient.session(text);
    assertThat(session.list(Map.of()).status()).isEqualTo(200);
    assertThat(session.generate().status()).isEqualTo(403);
    admin.delete("/api/v1/keys/" + key.path("prefix").asText());
    Awaitility.await().atMost(PATIENCE).until(() -> session.list(Map.of()).status() == 401);
  }

  @Test
  void rolesAndTenantsAreKeptAndFailuresHaveTheVendorsShape() {
    assertThat(VergeOsClient.bearer(TestKeys.OTHER_TENANT).list(Map.of()).body()).isEmpty();
    assertThat(VergeOsClient.bearer(TestKeys.OTHER_TENANT).record(1).status()).isEqualTo(404);
    assertThat(VergeOsClient.bearer(TestKeys.INGEST).list(Map.of()).status()).isEqualTo(403);
    Answer viewer = VergeOsClient.bearer(TestKeys.VIEWER).generate();
    assertThat(viewer.status()).isEqualTo(403);
    assertThat(viewer.err()).isNotBlank();
    Answer unknown = client.get("/api/v4/vms");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(names(unknown.body())).containsExactly("err");
    Answer method = client.delete("/api/v4/billing");
    assertThat(method.status()).isEqualTo(405);
    assertThat(names(method.body())).containsExactly("err");
  }

  @Test
  void aKeyOfAnAccountSeesThatAccountsPartAndSoDoItsTokens() {
    counts("[{\"$key\":5,\"sourceAccount\":\"frankfurt\",\"used_cores\":7,\"total_cores\":14}]");
    JsonNode key =
        VergeOsClient.bearer(TestKeys.ADMIN)
            .post(
                "/api/v1/keys",
                "{\"name\":\"frankfurt\",\"roles\":[\"billing-admin\"],"
                    + "\"scope\":{\"sourceAccounts\":[\"frank*\"]}}")
            .body();
    VergeOsClient scoped = VergeOsClient.basic("x", key.path("key").asText());
    String token = scoped.post("/api/sys/tokens", "").body().path("$key").asText();
    for (VergeOsClient client : List.of(scoped, VergeOsClient.session(token))) {
      assertThat(client.list(filter("used_cores gt 5")).body().findValuesAsText("$key"))
          .containsExactly("5");
      assertThat(client.record(5).body().path("used_cores").asInt()).isEqualTo(7);
      assertThat(client.record(1).status()).isEqualTo(404);
      JsonNode summary = client.get("/api/v4/billing/summary").body();
      assertThat(summary.path("record_count").asInt()).isEqualTo(1);
      assertThat(summary.path("avg_cpu_utilization").asInt()).isEqualTo(50);
      Answer made = client.generate();
      assertThat(made.status()).isEqualTo(403);
      assertThat(made.err()).isNotBlank();
    }
  }

  @Test
  void broughtRecordsAreTakenOnceAndNeverChanged() throws IOException {
    assertThat(counts(DataA.text())).isEqualTo("{\"duplicate\":2}");
    assertThat(
            counts(
                "[{\"$key\":\"1\",\"used_cores\":5},{\"$key\":-1},7,{\"$key\":9,\"gpus\":null}]"))
        .isEqualTo("{\"conflict\":1,\"recorded\":1,\"rejected\":2}");
    assertThat(client.record(1).body().path("used_cores").asInt()).isEqualTo(32);
    assertThat(client.record(9).body().path("gpus").isInt()).isTrue();
    assertThat(
            VergeOsClient.bearer(TestKeys.BILLING_ADMIN)
                .post("/api/v1/vendors/vergeos/records", "[]")
                .status())
        .isEqualTo(400);
  }

  private String counts(String records) {
    return VergeOsClient.bearer(TestKeys.BILLING_ADMIN)
        .post("/api/v1/vendors/vergeos/records", records)
        .body()
        .path("counts")
        .toString();
  }
}
