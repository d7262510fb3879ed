package io.ledgerline.report.rollup.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.rollup.Batches;
import io.ledgerline.report.testing.ReportServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class RollupStoreIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String ROLLUPS =
      """
      SELECT r.charge_quarter, d.source_account, d.model, r.posting_quarter,
        coalesce(m.name, '(events)') AS meter, r.quantity::text AS quantity, r.events
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
