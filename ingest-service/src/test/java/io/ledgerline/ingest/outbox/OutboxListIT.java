package io.ledgerline.ingest.outbox;

import static io.ledgerline.ingest.Api.as;
import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IngestTest
class OutboxListIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  private final String account = UUID.randomUUID().toString();
  private final String source = newSource();

  @Inject Pool database;

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
  }

  private UUID record(String id) {
    post(event(source, id).replace("123456789012", account)).statusCode(200);
    return database
        .preparedQuery("SELECT id FROM batch WHERE accepted::text LIKE $1 ORDER BY batch_no DESC")
        .execute(Tuple.of("%" + account + "%"))
        .await()
        .indefinitely()
        .iterator()
        .next()
        .getUUID(0);
  }

  /** All ids of a state, in pages of 40. */
  private static List<UUID> listed(String state) {
    List<UUID> ids = new ArrayList<>();
    String cursor = null;
    do {
      var call = as(TestKeys.VIEWER).queryParam("limit", 40).queryParam("state", state);
      JsonPath page =
          (cursor == null ? call : call.queryParam("cursor", cursor))
              .get("/api/v1/ledger/batches")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      page.getList("items.batchId", String.class).forEach(id -> ids.add(UUID.fromString(id)));
      cursor = page.getString("nextCursor");
    } while (cursor != null);
    return ids;
  }

  private static void receipt(UUID id, UsageApplied.Outcome outcome) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(
          Topics.USAGE_APPLIED,
          id.toString(),
          CODEC.encode(new UsageApplied(id, TenantId.DEFAULT, outcome, Instant.now())));
    }
  }

  private long copies(UUID id) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      return kafka.records(Topics.USAGE_RECORDED).stream()
          .filter(record -> record.key().equals(id.toString()))
          .count();
    }
  }

  @Test
  void aBatchIsUnconfirmedUntilItsReceiptAndDeadLetteredWhenItSaysSo() {
    UUID good = record("1");
    UUID bad = record("2");
    assertThat(listed("unconfirmed")).contains(good, bad).doesNotHaveDuplicates();

    receipt(good, UsageApplied.Outcome.APPLIED);
    receipt(bad, UsageApplied.Outcome.DEAD_LETTERED);

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(listed("unconfirmed")).doesNotContain(good, bad));
    assertThat(listed("dead-lettered")).contains(bad).doesNotContain(good);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                as(TestKeys.VIEWER)
                    .get("/q/metrics")
                    .asString()
                    .lines()
                    .filter(line -> line.startsWith("ledgerline_outbox_dead_lettered_batches"))
                    .anyMatch(line -> !line.endsWith(" 0.0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"APPLIED", "DEAD_LETTERED"})
  void aBatchThatWasDoneIsPublishedAgainWhenAskedForAndWaitsForItsReceiptAgain(String outcome) {
    UUID id = record("1");
    await().atMost(Duration.ofSeconds(30)).until(() -> copies(id) >= 1);
    receipt(id, UsageApplied.Outcome.valueOf(outcome));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(listed("unconfirmed")).doesNotContain(id));
    long before = copies(id);

    as(TestKeys.ADMIN)
        .post("/api/v1/ledger/batches/" + id + "/republications")
        .then()
        .statusCode(202)
        .body("batchId", equalTo(id.toString()));

    await().atMost(Duration.ofSeconds(30)).until(() -> copies(id) > before);
    assertThat(listed("unconfirmed")).contains(id);
    assertThat(listed("dead-lettered")).doesNotContain(id);
    receipt(id, UsageApplied.Outcome.APPLIED);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(listed("unconfirmed")).doesNotContain(id));
  }

  @Test
  void onlyBillingAdminsMayPublishAgainAndOnlyWhatIsTheirTenants() {
    UUID id = record("1");
    String path = "/api/v1/ledger/batches/" + id + "/republications";

    as(TestKeys.VIEWER).post(path).then().statusCode(403);
    as(TestKeys.SERVICE).post(path).then().statusCode(403);
    as(TestKeys.ADMIN)
        .post("/api/v1/ledger/batches/" + UUID.randomUUID() + "/republications")
        .then()
        .statusCode(404);
  }

  @Test
  void anUnknownStateIsNamed() {
    as(TestKeys.VIEWER)
        .queryParam("state", "lost")
        .get("/api/v1/ledger/batches")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("state"));
  }
}
