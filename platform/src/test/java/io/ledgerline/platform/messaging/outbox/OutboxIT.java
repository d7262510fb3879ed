package io.ledgerline.platform.messaging.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.platform.messaging.OutgoingRecord;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.LedgerlineParts;
import io.ledgerline.testkit.SuiteParts;
import io.ledgerline.testkit.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LedgerlineParts.class)
class OutboxIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static KafkaProbe kafka;

  @Inject Outbox outbox;
  @Inject Pool database;

  @BeforeAll
  static void connect() {
    kafka = KafkaProbe.connect();
  }

  @AfterAll
  static void disconnect() {
    kafka.close();
  }

  @Test
  void aRecordGoesOutOnceItsTransactionHasCommittedAndKeepsItsTrace() {
    String trace = "0af7651916cd43dd8448eb211c80319c";
    post(1, "00-" + trace + "-b7ad6b7169203331-01");

    ConsumerRecord<String, byte[]> record = awaitKey("1").getFirst();

    assertThat(text(record)).isEqualTo("note 1");
    assertThat(
            new String(record.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8))
        .contains(trace);
    await().atMost(PATIENCE).until(() -> unpublished() == 0);
  }

  @Test
  void aRecordOfATransactionThatFailsNeverGoesOut() {
    OutgoingRecord lost = record("lost");
    database
        .withTransaction(
            t -> outbox.add(t, lost).chain(() -> t.query("SELECT * FROM no_such_table").execute()))
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(PATIENCE);
    add("kept");

    awaitKey("kept");
    assertThat(withKey("lost")).isEmpty();
  }

  @Test
  void recordsWaitForABrokerThatIsAway() {
    try (SuiteParts.Outage _ = SuiteParts.get().outageOf(PartName.KAFKA)) {
      add("patient");
      assertThat(unpublished()).isEqualTo(1);
    }

    assertThat(awaitKey("patient")).isNotEmpty();
    await().atMost(PATIENCE).until(() -> unpublished() == 0);
  }

  @Test
  void recordsOfOneKeyKeepTheirOrder() {
    database
        .withTransaction(
            t ->
                outbox
                    .add(t, new OutgoingRecord(Topics.DELIVERY_UPDATED, "same", bytes("1")))
                    .chain(
                        () ->
                            outbox.add(
                                t,
                                new OutgoingRecord(Topics.DELIVERY_UPDATED, "same", bytes("2")))))
        .await()
        .atMost(PATIENCE);

    await().atMost(PATIENCE).until(() -> withKey("same").size() >= 2);
    assertThat(withKey("same")).extracting(OutboxIT::text).containsExactly("1", "2");
  }

  private static void post(int id, String traceparent) {
    given()
        .header("X-API-Key", TestKeys.INGEST)
        .header("traceparent", traceparent)
        .contentType("application/json")
        .body("{\"id\": %d, \"text\": \"note %d\"}".formatted(id, id))
        .post("/api/v1/notes")
        .then()
        .statusCode(200);
  }

  private void add(String key) {
    database
        .withTransaction(t -> outbox.add(t, record(key)))
        .invoke(outbox::wake)
        .await()
        .atMost(PATIENCE);
  }

  private long unpublished() {
    return database
        .query("SELECT count(*) FROM outbox WHERE published_at IS NULL")
        .execute()
        .map(rows -> rows.iterator().next().getLong(0))
        .await()
        .atMost(PATIENCE);
  }

  private static List<ConsumerRecord<String, byte[]>> awaitKey(String key) {
    return await().atMost(PATIENCE).until(() -> withKey(key), found -> !found.isEmpty());
  }

  private static List<ConsumerRecord<String, byte[]>> withKey(String key) {
    return kafka.records(Topics.DELIVERY_UPDATED).stream()
        .filter(r -> key.equals(r.key()))
        .toList();
  }

  private static OutgoingRecord record(String key) {
    return new OutgoingRecord(Topics.DELIVERY_UPDATED, key, bytes(key));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(ConsumerRecord<String, byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }
}
