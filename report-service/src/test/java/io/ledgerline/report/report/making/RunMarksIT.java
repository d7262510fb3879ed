package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.report.PeriodSpec;
import io.ledgerline.report.report.ReportRun;
import io.ledgerline.report.report.RunRequest;
import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.report.store.LostClaimException;
import io.ledgerline.report.report.store.RunClaims;
import io.ledgerline.report.report.store.RunOutcome;
import io.ledgerline.report.report.store.RunStore;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class RunMarksIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final RunRequest MAY_25 =
      new RunRequest(
          "daily-usage",
          new PeriodSpec.Day(LocalDate.parse("2024-05-25"), ZoneId.of("UTC")),
          List.of());
  private final LedgerFixture ledger = new LedgerFixture();

  @Inject RunStore runs;
  @Inject RunClaims claims;
  @Inject Pool database;

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  private UUID runWith(String sql, Object... values) {
    ReportRun.Origin origin =
        new ReportRun.Origin(Instant.parse("2024-05-26T02:30:00Z"), "test", null, null);
    Uni<UUID> made =
        database.withTransaction(
            tx ->
                runs.add(tx, TenantId.DEFAULT, MAY_25, origin)
                    .call(
                        (UUID id) ->
                            tx.preparedQuery(sql)
                                .execute(Tuple.from(List.of(values)).addUUID(id))));
    return made.await().atMost(PATIENCE);
  }

  @Test
  void theSameMarksGiveTheSameBytes() {
    ledger.record(BedrockSamples.ledger());
    JsonPath first = Api.runOfDay("2024-05-25");
    UsageBatch later = ledger.record(List.of(BedrockSamples.line(LATER)));
    importPrice("anthropic.claude-3-haiku-20240307-v1:0,0.5,0.5");

    UUID again =
        runWith(
            "UPDATE report_run SET watermark = $1, price_book_at = $2, started_at = $3,"
                + " provisional = false WHERE id = $4",
            first.getLong("watermark"),
            OffsetDateTime.parse(first.getString("priceBookAt")),
            OffsetDateTime.parse(first.getString("startedAt")));
    JsonPath second = Api.awaitRun(again.toString(), "COMPLETED");
    assertThat(second.getString("artifacts[0].sha256"))
        .isEqualTo(first.getString("artifacts[0].sha256"));
    assertThat(second.getString("artifacts[0].name"))
        .isEqualTo(first.getString("artifacts[0].name"));
    assertThat(Api.textOf(second)).isEqualTo(Api.textOf(first));
    assertThat(second.getString("reconciliation.result")).isEqualTo("RECONCILED");

    JsonPath fresh = Api.runOfDay("2024-05-25");
    assertThat(fresh.getInt("totals.events")).isEqualTo(12);
    assertThat(Api.textOf(fresh)).contains(",1000,1000,0,1\n");
    assertThat(later.facts()).hasSize(1);
    importPrice("anthropic.claude-3-haiku-20240307-v1:0,0.00025,0.00125");
  }

  private static final String LATER =
      """
      {"timestamp":"2024-05-25T09:00:00Z","accountId":"123456789012","region":"us-east-1",
       "requestId":"later","modelId":"meta.llama3-8b-instruct-v1:0",
       "identity":{"arn":"arn:aws:iam::123456789012:user/dave"},
       "input":{"inputTokenCount":10},"output":{"outputTokenCount":10}}""";

  private static void importPrice(String row) {
    Api.admin()
        .contentType("text/csv")
        .body("modelName,inputTokenPrice,outputTokenPrice\n" + row)
        .post("/api/v1/prices/imports?format=aws-sample")
        .then()
        .statusCode(200);
  }

  @Test
  void aRunWhoseReplicaDiedIsTakenOverAndKeepsItsName() {
    UUID orphan =
        runWith(
            "UPDATE report_run SET state = 'RUNNING', lease_owner = 'dead', fencing = 1,"
                + " attempts = 1, lease_until = now() - interval '1 second', started_at = $1"
                + " WHERE id = $2",
            OffsetDateTime.parse("2024-05-26T02:30:01Z"));
    JsonPath run = Api.awaitRun(orphan.toString(), "COMPLETED");
    assertThat(run.getInt("attempts")).isEqualTo(2);
    assertThat(run.getString("artifacts[0].name")).contains("_1716690601000.csv");
  }

  @Test
  void whoeverLostARunWritesNothingMore() {
    UUID id =
        runWith(
            "UPDATE report_run SET state = 'RUNNING', lease_owner = 'other', fencing = 7,"
                + " lease_until = now() + interval '1 hour', started_at = $1 WHERE id = $2",
            OffsetDateTime.parse("2024-05-26T02:30:01Z"));
    ReportRun held = runs.find(TenantId.DEFAULT, id).await().atMost(PATIENCE);
    ReportRun stale = withFencing(held, 6);
    RunOutcome outcome = new RunOutcome(Instant.EPOCH, null, (Reconciliation) null);
    assertThatThrownBy(() -> claims.complete(database, stale, outcome).await().atMost(PATIENCE))
        .isInstanceOf(LostClaimException.class);
    assertThat(Api.run(id.toString()).getString("state")).isEqualTo("RUNNING");
    claims.complete(database, held, outcome).await().atMost(PATIENCE);
    assertThat(Api.run(id.toString()).getString("state")).isEqualTo("COMPLETED");
  }

  private static ReportRun withFencing(ReportRun run, long fencing) {
    return new ReportRun(
        run.id(),
        run.tenant(),
        run.request(),
        run.period(),
        run.state(),
        run.origin(),
        run.startedAt(),
        run.completedAt(),
        run.attempts(),
        fencing,
        run.watermark(),
        run.chainHead(),
        run.priceBookAt(),
        run.provisional(),
        run.progress(),
        run.totals(),
        run.reconciliation(),
        run.failure());
  }

  @Test
  void whatIsRolledUpAfterTheWatermarkIsLeftOut() {
    ledger.record(BedrockSamples.ledger());
    ledger.publish(LedgerFixture.batch(List.of(BedrockSamples.line(LATER)), LedgerFixture.POSTED));
    JsonPath run = Api.runOfDay("2024-05-25");
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("totals.events")).isEqualTo(11);
  }

  @Test
  void usageOfTheOpenQuarterHourMakesARunProvisional() {
    ledger.publish(ledger.commit(BedrockSamples.ledger(), Instant.parse("2024-06-01T00:00:01Z")));
    assertThat(Api.runOfDay("2024-05-25").getBoolean("provisional")).isTrue();
  }

  @Test
  void rollingHoursReadTheDetailAndStillReconcile() {
    ledger.record(BedrockSamples.ledger());
    JsonPath run =
        Api.awaitRun(
            Api.askForRun("{\"type\":\"rolling-24h\",\"until\":\"2024-05-25T08:05:30Z\"}"),
            "COMPLETED");
    assertThat(run.getInt("totals.events")).isEqualTo(6);
    assertThat(run.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(run.getInt("reconciliation.ledger.events")).isEqualTo(11);
    assertThat(run.getInt("reconciliation.reported.events")).isEqualTo(6);
    assertThat(run.getString("period.from")).isEqualTo("2024-05-24T08:05:30Z");
  }
}
