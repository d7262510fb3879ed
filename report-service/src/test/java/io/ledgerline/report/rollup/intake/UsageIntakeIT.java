package io.ledgerline.report.rollup.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.message.UsageApplied;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.SuiteParts;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class UsageIntakeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final MessageCodec CODEC = MessageCodec.create();

  @Inject Pool database;
  private KafkaProbe kafka;
  private LedgerFixture ledger;

  @BeforeEach
  void connect() {
    kafka = KafkaProbe.connect();
    ledger = new LedgerFixture();
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  private static UsageBatch aBatch() {
    return LedgerFixture.batch(BedrockSamples.ledger(), LedgerFixture.POSTED);
  }

  private List<UsageApplied> awaitReceipts(UUID batch, int count) {
    return receipts(
        kafka.await(Topics.USAGE_APPLIED, PATIENCE, all -> receipts(all, batch).size() >= count),
        batch);
  }

  private static List<UsageApplied> receipts(
      List<ConsumerRecord<String, byte[]>> records, UUID batch) {
    return records.stream()
        .map(record -> CODEC.decode(record.value(), UsageApplied.class))
        .filter(receipt -> receipt.batchId().equals(batch))
        .toList();
  }

  private long appliedEvents(UUID batch) {
    return database
        .preparedQuery("SELECT coalesce(sum(events), 0) FROM applied_batch WHERE batch_id = $1")
        .execute(Tuple.of(batch))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getLong(0);
  }

  @Test
  void aBatchIsRolledUpAndAnswered() {
    UsageBatch batch = aBatch();
    ledger.publish(batch);
    assertThat(awaitReceipts(batch.batchId(), 1))
        .extracting(UsageApplied::outcome)
        .containsExactly(UsageApplied.Outcome.APPLIED);
    assertThat(appliedEvents(batch.batchId())).isEqualTo(11);
  }

  @Test
  void aRepeatedBatchIsAnsweredAgainAndAddsNothing() {
    UsageBatch batch = aBatch();
    ledger.publish(batch);
    ledger.publish(batch);
    List<UsageApplied> receipts = awaitReceipts(batch.batchId(), 1);
    ledger.publish(batch);
    receipts = awaitReceipts(batch.batchId(), receipts.size() + 1);
    assertThat(receipts).extracting(UsageApplied::at).containsOnly(receipts.getFirst().at());
    assertThat(appliedEvents(batch.batchId())).isEqualTo(11);
  }

  @Test
  void aPoisonousRecordGoesToTheDeadLettersAlone() {
    UUID poison = UUID.randomUUID();
    UsageBatch before = aBatch();
    UsageBatch after = aBatch();
    ledger.publish(before);
    kafka.send(
        Topics.USAGE_RECORDED,
        poison.toString(),
        "{\"version\":9,\"batchId\":\"%s\",\"tenant\":\"default\"}"
            .formatted(poison)
            .getBytes(StandardCharsets.UTF_8));
    kafka.send(Topics.USAGE_RECORDED, "x", "no json".getBytes(StandardCharsets.UTF_8));
    ledger.publish(after);
    assertThat(awaitReceipts(poison, 1))
        .extracting(UsageApplied::outcome)
        .containsExactly(UsageApplied.Outcome.DEAD_LETTERED);
    awaitReceipts(before.batchId(), 1);
    awaitReceipts(after.batchId(), 1);
    List<ConsumerRecord<String, byte[]>> letters =
        kafka.await(
            Topics.deadLettersOf(Topics.USAGE_RECORDED),
            PATIENCE,
            all ->
                all.stream().anyMatch(r -> poison.toString().equals(r.key()))
                    && all.stream().anyMatch(r -> "x".equals(r.key())));
    assertThat(letters)
        .allSatisfy(
            letter ->
                assertThat(letter.headers().lastHeader(DeadLetters.CAUSE).value()).isNotEmpty());
  }

  @Test
  void aMendedBatchIsAppliedWhenItIsPublishedAgain() {
    UsageBatch batch = aBatch();
    UUID id = batch.batchId();
    byte[] sound = CODEC.encode(batch);
    byte[] broken = Arrays.copyOf(sound, sound.length - 20);
    UsageBatch neighbour = aBatch();
    kafka.send(Topics.USAGE_RECORDED, id.toString(), broken);
    ledger.publish(neighbour);
    assertThat(awaitReceipts(id, 1))
        .extracting(UsageApplied::outcome)
        .containsExactly(UsageApplied.Outcome.DEAD_LETTERED);
    awaitReceipts(neighbour.batchId(), 1);
    assertThat(appliedEvents(id)).isZero();
    ConsumerRecord<String, byte[]> letter =
        kafka
            .await(
                Topics.deadLettersOf(Topics.USAGE_RECORDED),
                PATIENCE,
                all -> all.stream().anyMatch(r -> id.toString().equals(r.key())))
            .stream()
            .filter(r -> id.toString().equals(r.key()))
            .findFirst()
            .orElseThrow();
    assertThat(letter.value()).isEqualTo(broken);
    assertThat(
            new String(
                letter.headers().lastHeader(DeadLetters.CAUSE).value(), StandardCharsets.UTF_8))
        .contains("Unexpected end-of-input");
    kafka.send(Topics.USAGE_RECORDED, id.toString(), sound);
    assertThat(awaitReceipts(id, 2))
        .extracting(UsageApplied::outcome)
        .contains(UsageApplied.Outcome.APPLIED);
    assertThat(appliedEvents(id)).isEqualTo(11);
  }

  @Test
  void usageThatComesWhileTheDatabaseIsAwayIsRolledUpWhenItIsBack() {
    UsageBatch batch = aBatch();
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES)) {
      ledger.publish(batch);
      assertThat(receipts(kafka.records(Topics.USAGE_APPLIED), batch.batchId())).isEmpty();
      assertThat(outage).isNotNull();
    }
    awaitReceipts(batch.batchId(), 1);
    assertThat(appliedEvents(batch.batchId())).isEqualTo(11);
  }
}
