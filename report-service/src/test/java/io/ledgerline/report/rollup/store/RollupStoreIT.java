package io.ledgerline.report.rollup.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.rollup.Batches;
import io.ledgerline.report.testing.ReportServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class RollupStoreIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ROLLUPS =
      """
      SELECT r.charge_quarter, d.source_account, concat_ws(' ', d.model, d.price_class, d.tags),
        r.posting_quarter, coalesce(m.name, '(events)') AS meter, r.quantity::text AS quantity, r.events
      FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
        LEFT JOIN meter_name m ON m.id = r.meter
      WHERE d.tenant = $1 ORDER BY 1, 2, 3, 4, 5""";

  @Inject RollupStore store;
  @Inject Pool database;
  @Inject SchemaMigration schema;

  @BeforeEach
  void theTablesAreThere() {
    schema.ready().await().atMost(PATIENCE);
  }

  private List<String> rollups(TenantId tenant) {
    List<String> rows = new ArrayList<>();
    for (Row row :
        database
            .preparedQuery(ROLLUPS)
            .execute(Tuple.of(tenant.value()))
            .await()
            .atMost(PATIENCE)) {
      rows.add(
          "%s %s %s %s %s %s %d"
              .formatted(
                  row.getOffsetDateTime(0).toInstant(),
                  row.getString(1),
                  row.getString(2),
                  row.getOffsetDateTime(3).toInstant(),
                  row.getString(4),
                  new java.math.BigDecimal(row.getString(5)).stripTrailingZeros().toPlainString(),
                  row.getLong(6)));
    }
    return rows;
  }

  @Test
  void anySplitOrderAndRepetitionGivesTheSameRollups() {
    Random random = new Random(42);
    List<Batches.Event> events = Batches.events(random, 300);
    TenantId once = new TenantId("laws-once");
    apply(List.of(Batches.batch(once, events)));
    for (int round = 0; round < 3; round++) {
      TenantId tenant = new TenantId("laws-" + round);
      List<UsageBatch> sent = new ArrayList<>();
      for (UsageBatch batch : Batches.split(random, tenant, events)) {
        sent.addAll(Collections.nCopies(1 + random.nextInt(3), batch));
      }
      Collections.shuffle(sent, random);
      inPolls(random, sent);
      assertThat(rollups(tenant)).isEqualTo(rollups(once));
    }
  }

  @Test
  void concurrentConsumersOfTheSameBatchesCountThemOnce() {
    Random random = new Random(7);
    TenantId together = new TenantId("together");
    TenantId alone = new TenantId("alone");
    List<Batches.Event> events = Batches.events(random, 200);
    apply(List.of(Batches.batch(alone, events)));
    List<UsageBatch> batches = Batches.split(random, together, events);
    List<Uni<?>> consumers = new ArrayList<>();
    for (int consumer = 0; consumer < 6; consumer++) {
      List<UsageBatch> shuffled = new ArrayList<>(batches);
      Collections.shuffle(shuffled, random);
      consumers.add(store.apply(Batches.read(shuffled)));
    }
    Uni.combine().all().unis(consumers).with(results -> results).await().atMost(PATIENCE);
    assertThat(rollups(together)).isEqualTo(rollups(alone));
  }

  @Test
  void theContextOfARequestAndTheTagsThatCountArePartOfARollup() {
    TenantId tenant = new TenantId("refined");
    Instant time = Instant.parse("2024-05-25T08:00:00Z");
    Quantities large = Quantities.of(MeterName.INPUT_TOKENS, 150_000);
    Labels tags = Labels.of(Map.of("team", "a;b=\"c\"", "request", "1"));
    Batches.Event event = new Batches.Event(Batches.dimensions("x", "m"), time, large, 1, tags);
    Batches.Event back = new Batches.Event(Batches.dimensions("x", "m"), time, large, -1, tags);

    apply(List.of(Batches.batch(tenant, List.of(event, event, back))));

    assertThat(rollups(tenant))
        .containsExactly(
            "%s x m context=128k {\"team\": \"a;b=\\\"c\\\"\"} %s (events) 0 1"
                .formatted(time, Instant.parse("2024-05-25T12:00:00Z")),
            "%s x m context=128k {\"team\": \"a;b=\\\"c\\\"\"} %s input_tokens 150000 1"
                .formatted(time, Instant.parse("2024-05-25T12:00:00Z")));
  }

  private void inPolls(Random random, List<UsageBatch> sent) {
    int at = 0;
    while (at < sent.size()) {
      int end = Math.min(sent.size(), at + 1 + random.nextInt(8));
      apply(sent.subList(at, end));
      at = end;
    }
  }

  private void apply(List<UsageBatch> batches) {
    store.apply(Batches.read(batches)).await().atMost(PATIENCE);
  }
}
