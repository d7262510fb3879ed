package io.ledgerline.ingest.outbox;

import static io.ledgerline.ingest.Api.event;
import static io.ledgerline.ingest.Api.newSource;
import static io.ledgerline.ingest.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.ingest.IngestTest;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.SuiteParts;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

@IngestTest
class PublicationIT {
  private static final MessageCodec CODEC = MessageCodec.create();

  /** Account of this test's events, by which its batches are found on the topic. */
  private final String account = UUID.randomUUID().toString();

  private final String source = newSource();

  @Inject Pool database;

  private static ConditionFactory await(int seconds) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(200));
  }

  private String mine(String id) {
    return event(source, id).replace("123456789012", account);
  }

  private List<ConsumerRecord<String, byte[]>> published() {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      return kafka.records(Topics.USAGE_RECORDED).stream()
          .filter(record -> new String(record.value()).contains(account))
          .toList();
    }
  }

  private List<ConsumerRecord<String, byte[]>> awaitPublished(int atLeast) {
    return await(40).until(this::published, records -> records.size() >= atLeast);
  }

  private Row batch(UUID id) {
    return database
        .preparedQuery("SELECT * FROM batch WHERE id = $1")
        .execute(Tuple.of(id))
        .await()
        .indefinitely()
        .iterator()
        .next();
  }

  @Test
  void onlyWhatWasAcceptedIsPublished() {
    post("[%s,%s,%s,{}]".formatted(mine("1"), mine("2"), mine("1"))).statusCode(200);

    ConsumerRecord<String, byte[]> record = awaitPublished(1).getFirst();
    UsageBatch batch = CODEC.decode(record.value(), UsageBatch.class);

    assertThat(record.key()).isEqualTo(batch.batchId().toString());
    assertThat(batch.tenant()).isEqualTo(TenantId.DEFAULT);
    assertThat(batch.facts()).hasSize(2);
    assertThat(batch.dimensions()).hasSize(1);
    assertThat(batch.dimensions().getFirst().sourceAccount()).isEqualTo(account);
    assertThat(batch.dimensions().getFirst().principal()).isNotNull();
    assertThat(batch.facts().getFirst().time()).isEqualTo(Instant.parse("2023-11-16T18:15:46Z"));
    assertThat(batch.tags()).containsExactly(Labels.of(Map.of("team", "search")));
    assertThat(batch.facts()).extracting(UsageFact::tags).containsExactly(0, 0);
    assertThat(new String(record.value())).doesNotContain("alice");
  }

  @Test
  void aBatchNobodyConfirmedIsPublishedAgainFromTheLedgerAndSaysTheSame() {
    post("[%s,%s]".formatted(mine("1"), mine("2"))).statusCode(200);

    List<ConsumerRecord<String, byte[]>> records = awaitPublished(2);

    assertThat(records.get(1).key()).isEqualTo(records.get(0).key());
    assertThat(new String(records.get(1).value())).isEqualTo(new String(records.get(0).value()));
  }

  @Test
  void aConfirmedBatchIsDone() {
    post(mine("1")).statusCode(200);
    UUID id = UUID.fromString(awaitPublished(1).getFirst().key());
    UsageApplied receipt =
        new UsageApplied(id, TenantId.DEFAULT, UsageApplied.Outcome.APPLIED, Instant.now());

    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(Topics.USAGE_APPLIED, id.toString(), "poison".getBytes());
      kafka.send(Topics.USAGE_APPLIED, id.toString(), CODEC.encode(receipt));
      kafka.send(Topics.USAGE_APPLIED, id.toString(), CODEC.encode(receipt));
    }

    await(30)
        .untilAsserted(
            () -> {
              assertThat(batch(id).getOffsetDateTime("confirmed_at")).isNotNull();
              assertThat(batch(id).getOffsetDateTime("publish_due_at")).isNull();
            });
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      assertThat(kafka.awaitCount(Topics.deadLettersOf(Topics.USAGE_APPLIED), 1)).isNotEmpty();
    }
  }

  @Test
  void whileTheBrokerIsAwayEventsAreTakenAndArriveWhenItIsBack() {
    SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.KAFKA);
    try {
      post(mine("1")).statusCode(200);
      post(mine("2")).statusCode(200);
      await(30).until(() -> given().get("/q/health/ready").statusCode() == 503);
      post(mine("3")).statusCode(200);
    } finally {
      outage.close();
    }

    await(60).until(() -> published().stream().map(ConsumerRecord::key).distinct().count() == 3);
    await(30).until(() -> given().get("/q/health/ready").statusCode() == 200);
  }
}
