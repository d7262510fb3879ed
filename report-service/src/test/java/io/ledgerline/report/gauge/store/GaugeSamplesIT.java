package io.ledgerline.report.gauge.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.message.UsageFact;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.SampledResource;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.gauge.GapPolicy;
import io.ledgerline.report.gauge.Samples;
import io.ledgerline.report.gauge.Weighting;
import io.ledgerline.report.rollup.Batches;
import io.ledgerline.report.rollup.store.Rebuilding;
import io.ledgerline.report.rollup.store.RollupStore;
import io.ledgerline.report.testing.ReportServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class GaugeSamplesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant DAY = Instant.parse("2027-02-03T00:00:00Z");
  private static final Instant POSTED = Instant.parse("2027-02-03T12:00:00Z");
  private static final Dimensions LAB =
      new Dimensions("lab", null, "w", null, null, null, null, null, null);

  @Inject RollupStore rollups;
  @Inject GaugeSamples samples;
  @Inject WeightingStore weightings;
  @Inject Pool database;
  @Inject SchemaMigration schema;

  @BeforeEach
  void theTablesAreThere() {
    schema.ready().await().atMost(PATIENCE);
  }

  private static UsageFact fact(int minutes, String cores, int sign, Integer resource) {
    return new UsageFact(
        0,
        DAY.plusSeconds(60L * minutes),
        Quantities.fromNumbers(
            Map.of("used_cores", new BigDecimal(cores), "requests", BigDecimal.ONE)),
        sign,
        null,
        resource);
  }

  private static UsageBatch batch(TenantId tenant, Instant posted, List<UsageFact> facts) {
    return new UsageBatch(
        UsageBatch.VERSION,
        UUID.randomUUID(),
        tenant,
        posted,
        List.of(LAB),
        List.of(),
        List.of(
            new SampledResource("vms", "vm-1", false), new SampledResource("vms", "vm-1", true)),
        facts);
  }

  private void apply(UsageBatch... batches) {
    rollups.apply(Batches.read(List.of(batches))).await().atMost(PATIENCE);
  }

  private List<String> read(TenantId tenant, Instant watermark) {
    return samples.list(tenant, DAY, DAY.plus(Duration.ofDays(1)), watermark).stream()
        .map(
            s ->
                "%s %s %s %s%s"
                    .formatted(
                        s.at(),
                        s.resource(),
                        s.dimensions().workspace(),
                        s.quantities(),
                        s.ended() ? " ended" : ""))
        .toList();
  }

  @Test
  void samplesAreKeptOnceAndAreSeenAtAWatermarkAsTheyStoodThere() {
    TenantId tenant = new TenantId("gauge-samples");
    UsageBatch first =
        batch(
            tenant,
            POSTED,
            List.of(fact(0, "2", 1, 0), fact(5, "1.5", 1, 0), fact(7, "9", 1, null)));
    UsageBatch replaced =
        batch(
            tenant,
            POSTED.plusSeconds(900),
            List.of(fact(5, "1.5", -1, 0), fact(5, "3", 1, 0), fact(9, "3", 1, 1)));
    apply(first, replaced);
    apply(first);

    assertThat(read(tenant, POSTED.plusSeconds(900)))
        .containsExactly(
            "2027-02-03T00:00:00Z vm-1 w {used_cores=2}",
            "2027-02-03T00:05:00Z vm-1 w {used_cores=1.5}");
    List<String> all =
        List.of(
            "2027-02-03T00:00:00Z vm-1 w {used_cores=2}",
            "2027-02-03T00:05:00Z vm-1 w {used_cores=3}",
            "2027-02-03T00:09:00Z vm-1 w {used_cores=3} ended");
    assertThat(read(tenant, null)).isEqualTo(all);

    database
        .preparedQuery("UPDATE gauge_sample SET quantities = '{77}' WHERE tenant = $1")
        .execute(Tuple.of(tenant.value()))
        .await()
        .atMost(PATIENCE);
    rollups
        .apply(Batches.read(List.of(first, replaced)), new OfFebruary())
        .await()
        .atMost(PATIENCE);
    assertThat(read(tenant, null)).isEqualTo(all);
  }

  @Test
  void aSeriesStandsAtItsNewestSampleForAsLongAsItsMeterSaysAndThenNoLonger() {
    TenantId tenant = new TenantId("gauge-levels");
    apply(batch(tenant, POSTED, List.of(fact(0, "2", 1, 0), fact(5, "4", 1, 0))));
    Instant later = DAY.plus(Duration.ofHours(2));

    assertThat(samples.levels(tenant, DAY.plusSeconds(360), null).values())
        .extracting(level -> level.quantity().toString())
        .containsExactly("4");
    assertThat(samples.levels(tenant, later, null)).isEmpty();

    weightings
        .set(tenant, Samples.CORES, new Weighting(Duration.ofHours(3), GapPolicy.CARRY), "test")
        .await()
        .atMost(PATIENCE);
    assertThat(samples.levels(tenant, later, null)).hasSize(1);
  }

  private static final class OfFebruary implements Rebuilding {
    @Override
    public YearMonth month() {
      return YearMonth.of(2027, 2);
    }

    @Override
    public Uni<Void> note(SqlConnection transaction) {
      return Uni.createFrom().voidItem();
    }
  }
}
