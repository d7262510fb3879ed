package io.ledgerline.report.vendor.vergeos.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.report.rollup.Batches;
import io.ledgerline.report.rollup.store.RollupStore;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.ledgerline.report.vendor.vergeos.store.RecordStore;
import io.ledgerline.report.vendor.vergeos.store.SentRecords;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class RecordMakingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant DAY = Instant.parse("2025-06-03T00:00:00Z");
  private static final Dimensions LAB =
      new Dimensions("lab", null, null, null, null, null, null, null, null);
  private static final Dimensions SHOP =
      new Dimensions("shop", null, null, null, null, null, null, null, null);

  @Inject RollupStore rollups;
  @Inject RecordMaker maker;
  @Inject RecordStore records;
  @Inject SentRecords sent;
  @Inject SpanSamples samples;
  @Inject Pool database;

  private final TenantId tenant = new TenantId("vergeos-" + UUID.randomUUID());
  private final List<UsageFact> facts = new ArrayList<>();

  private void sampled(int resource, int minute, Map<String, Integer> numbers) {
    Map<String, BigDecimal> decimals = new HashMap<>();
    numbers.forEach((name, number) -> decimals.put(name, BigDecimal.valueOf(number)));
    facts.add(
        new UsageFact(
            0,
            DAY.plus(Duration.ofMinutes(minute)),
            Quantities.fromNumbers(decimals),
            1,
            null,
            resource));
  }

  private void arrive() {
    UsageBatch batch =
        new UsageBatch(
            UsageBatch.VERSION,
            UUID.randomUUID(),
            tenant,
            DAY.plus(Duration.ofHours(6)),
            List.of(LAB, SHOP),
            List.of(),
            List.of(
                new SampledResource("vergeos", "node-1", false),
                new SampledResource("vergeos", "node-2", false)),
            List.copyOf(facts));
    facts.clear();
    rollups.apply(Batches.read(List.of(batch))).await().atMost(PATIENCE);
  }

  private Map<String, Object> record(long key) {
    return record(null, key);
  }

  private Map<String, Object> record(AccessScope scope, long key) {
    return records.find(tenant, scope, key, List.of(RecordField.values())).await().atMost(PATIENCE);
  }

  private static long hour(int hour) {
    return DAY.plus(Duration.ofHours(hour)).getEpochSecond();
  }

  @Test
  void anHoursRecordIsTheMeanOfItsSamplesAndMadeOnceWhoeverMakesIt() {
    sampled(0, 60, Map.of("used_cores", 10, "total_cores", 64, "tier_0_used", 1_000));
    sampled(0, 90, Map.of("used_cores", 20, "total_cores", 64));
    sampled(1, 61, Map.of("used_cores", 5, "phys_total_cpu", 60));
    sampled(0, 120, Map.of("used_cores", 1_000));
    arrive();
    assertThat(samples.tenants(DAY, DAY.plus(Duration.ofDays(1)))).contains(tenant);
    List<CompletableFuture<Void>> replicas =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.runAsync(() -> maker.due(tenant, hour(2))))
            .toList();
    replicas.forEach(CompletableFuture::join);
    assertThat(record(1))
        .containsEntry("from", hour(1))
        .containsEntry("to", hour(2))
        .containsEntry("used_cores", 20L)
        .containsEntry("total_cores", 64L)
        .containsEntry("phys_total_cpu", 60L)
        .containsEntry("tier_0_used", 1_000L)
        .containsEntry("workload_datapoints", 3L)
        .containsEntry("storage_datapoints", 1L)
        .containsEntry("origin", "hourly")
        .containsEntry("sent", 0L);
    assertThat(record(2)).isNull();
  }

  @Test
  void anHourWithoutSamplesIsCoveredByTheNextRecord() {
    sampled(0, 30, Map.of("used_cores", 10));
    sampled(0, 250, Map.of("used_cores", 30));
    arrive();
    for (int hour = 1; hour <= 5; hour++) {
      maker.due(tenant, hour(hour));
    }
    assertThat(record(1)).containsEntry("to", hour(1)).containsEntry("used_cores", 10L);
    assertThat(record(2)).containsEntry("from", hour(1)).containsEntry("used_cores", 30L);
    assertThat(record(2)).containsEntry("to", hour(5));
    assertThat(record(3)).isNull();
    assertThat(maker.generate(tenant, null, "somebody")).isEqualTo(3);
    assertThat(record(3))
        .containsEntry("from", hour(5))
        .containsEntry("used_cores", 0L)
        .containsEntry("generated_by", "somebody");
    assertThat(record(3).get("description").toString()).contains("no samples");
    maker.due(tenant, hour(6));
    assertThat(record(4)).isNull();
  }

  @Test
  void keysThatSeeOnlyAPartSeeThatPartOfEachRecord() {
    sampled(0, 10, Map.of("used_cores", 10, "phys_total_cpu", 50));
    sampled(1, 10, Map.of("used_cores", 5, "phys_total_cpu", 80, "tier_0_used", 7));
    facts.set(1, inShop(facts.get(1)));
    arrive();
    maker.due(tenant, hour(1));
    assertThat(record(1)).containsEntry("used_cores", 15L).containsEntry("phys_total_cpu", 65L);
    assertThat(record(accounts("lab"), 1))
        .containsEntry("used_cores", 10L)
        .containsEntry("phys_total_cpu", 50L)
        .containsEntry("tier_0_used", 0L)
        .containsEntry("storage_datapoints", 0L)
        .containsEntry("to", hour(1));
    assertThat(record(accounts("sh*"), 1))
        .containsEntry("used_cores", 5L)
        .containsEntry("workload_datapoints", 1L)
        .containsEntry("storage_datapoints", 1L);
    assertThat(record(accounts("lab", "shop"), 1)).isEqualTo(record(1));
    assertThat(record(accounts("nobody", "l_b"), 1)).isNull();
    assertThat(record(new AccessScope(Set.of(), Set.of("suspense")), 1)).isEqualTo(record(1));
    assertThat(record(new AccessScope(Set.of(), Set.of("sales")), 1)).isNull();
  }

  private static AccessScope accounts(String... accounts) {
    return new AccessScope(Set.of(accounts), Set.of());
  }

  private static UsageFact inShop(UsageFact fact) {
    return new UsageFact(
        1, fact.time(), fact.quantities(), fact.sign(), fact.tags(), fact.resource());
  }

  @Test
  void aRecordIsSentOnceDeliveredCapacityReportsCoverItTogether() {
    sampled(0, 30, Map.of("used_cores", 10));
    sampled(0, 130, Map.of("used_cores", 30));
    arrive();
    maker.due(tenant, hour(1));
    maker.due(tenant, hour(3));
    assertThat(record(2)).containsEntry("from", hour(1)).containsEntry("to", hour(3));
    delivered("capacity", 0, 2, "DELIVERED");
    delivered("capacity", 2, 5, "RETRYING");
    delivered("daily-usage", 0, 5, "DELIVERED");
    note();
    assertThat(record(1)).containsEntry("sent", hour(12));
    assertThat(record(2)).containsEntry("sent", 0L);
    delivered("capacity", 2, 3, "DELIVERED");
    note();
    assertThat(record(2)).containsEntry("sent", hour(12));
  }

  private void note() {
    sent.note().await().atMost(PATIENCE);
  }

  private void delivered(String kind, int from, int to, String state) {
    UUID run = UUID.randomUUID();
    run(
        "INSERT INTO report_run (id, tenant, kind, state, period, period_from, period_to, zone,"
            + " deliveries, created_at, created_by) VALUES ($1, $2, $3, 'COMPLETED', '{}', $4, $5,"
            + " 'UTC', '[]', $4, 'test')",
        run,
        tenant.value(),
        kind,
        Instant.ofEpochSecond(hour(from)).atOffset(ZoneOffset.UTC),
        Instant.ofEpochSecond(hour(to)).atOffset(ZoneOffset.UTC));
    run(
        "INSERT INTO run_delivery (delivery_id, tenant, run_id, channel, target, state, attempts,"
            + " updated_at, revision) VALUES ($1, $2, $3, 'email', 'x', $4, 1, $5, 1)",
        UUID.randomUUID(),
        tenant.value(),
        run,
        state,
        Instant.ofEpochSecond(hour(12)).atOffset(ZoneOffset.UTC));
  }

  private void run(String sql, Object... values) {
    database.preparedQuery(sql).execute(Tuple.from(List.of(values))).await().atMost(PATIENCE);
  }

  @Test
  void nothingButTheNoteOfSendingChangesARecord() {
    sampled(0, 30, Map.of("used_cores", 10));
    arrive();
    maker.due(tenant, hour(1));
    assertThat(fails("UPDATE vergeos_record SET used_cores = 5 WHERE tenant = $1")).isTrue();
    assertThat(fails("UPDATE vergeos_record SET sent = 5 WHERE tenant = $1")).isFalse();
    assertThat(fails("UPDATE vergeos_record SET sent = 6 WHERE tenant = $1")).isTrue();
  }

  private boolean fails(String sql) {
    return database
        .preparedQuery(sql)
        .execute(Tuple.of(tenant.value()))
        .map(rows -> false)
        .onFailure()
        .recoverWithItem(true)
        .await()
        .atMost(PATIENCE);
  }
}
