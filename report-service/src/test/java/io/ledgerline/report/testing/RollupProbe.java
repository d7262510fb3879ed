package io.ledgerline.report.testing;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.contracts.usage.Labels;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.testkit.KafkaProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/** Looks into the rollups by SQL, and makes usage whose sums are known. */
public final class RollupProbe {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String SUMS =
      """
      SELECT coalesce(m.name, '') AS meter, sum(r.quantity)::text AS quantity,
        sum(r.events)::bigint AS events
      FROM rollup r LEFT JOIN meter_name m ON m.id = r.meter
      WHERE r.charge_quarter >= $1 AND r.charge_quarter < $2 GROUP BY 1""";

  private final Pool database;

  /** Looks into this database. */
  public RollupProbe(Pool database) {
    this.database = database;
  }

  /** A line somewhere in a month; some are of large requests, some have tags. */
  public static LedgerLine line(YearMonth month) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Instant start = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new LedgerLine(
        start.plusSeconds(random.nextInt(month.lengthOfMonth() * 86_400)),
        "test",
        UUID.randomUUID().toString(),
        "account-" + random.nextInt(3),
        null,
        "aws.bedrock",
        "model-" + random.nextInt(2),
        "us-east-1",
        PriceClass.NONE,
        Quantities.of(
            Map.of(
                MeterName.INPUT_TOKENS,
                Quantity.of(random.nextInt(random.nextInt(3) == 0 ? 300_000 : 1000)),
                new MeterName("gb_hours"),
                new Quantity(BigDecimal.valueOf(random.nextInt(1_000_000), 6)))),
        null,
        null,
        null,
        null,
        null,
        random.nextBoolean()
            ? Labels.NONE
            : Labels.of(Map.of("team", "team-" + random.nextInt(2), "id", "" + random.nextInt())));
  }

  /** Lines all over a month. */
  public static List<LedgerLine> lines(YearMonth month, int count) {
    List<LedgerLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(month));
    }
    return lines;
  }

  /** Sums of lines by meter; the empty meter counts events. */
  public static SortedMap<String, BigDecimal> sums(List<LedgerLine> lines) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (LedgerLine line : lines) {
      sums.merge("", BigDecimal.ONE, BigDecimal::add);
      line.quantities().numbers().forEach((meter, q) -> sums.merge(meter, q, BigDecimal::add));
    }
    sums.replaceAll((meter, sum) -> Decimals.normal(sum));
    return sums;
  }

  /** Sums of a month's rollups by meter; the empty meter counts events. */
  public SortedMap<String, BigDecimal> sums(YearMonth month) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (Row row : rows(SUMS, span(month))) {
      String meter = row.getString("meter");
      sums.put(
          meter,
          meter.isEmpty()
              ? BigDecimal.valueOf(row.getLong("events"))
              : Decimals.normal(new BigDecimal(row.getString("quantity"))));
    }
    return sums;
  }

  /** The source accounts that a month's rollups name, sorted. */
  public List<String> sourceAccounts(YearMonth month) {
    return rows(
            """
            SELECT DISTINCT d.source_account FROM rollup r JOIN dimension_set d ON d.id = r.dimension_set
            WHERE r.charge_quarter >= $1 AND r.charge_quarter < $2 ORDER BY 1""",
            span(month))
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static Tuple span(YearMonth month) {
    return Tuple.of(
        month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC),
        month.plusMonths(1).atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC));
  }

  /** What a batch is said to have added; null when it is not known. */
  public String added(UUID batch) {
    String added = null;
    for (Row row :
        rows("SELECT added::text FROM applied_batch WHERE batch_id = $1", Tuple.of(batch))) {
      added = row.getString(0);
    }
    return added;
  }

  /** Waits until a batch is applied. */
  public void awaitApplied(UUID batch) {
    Awaitility.await("batch " + batch)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> added(batch) != null);
  }

  /** Waits until a batch is answered. */
  public void awaitReceipt(UUID batch) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.await(
          Topics.USAGE_APPLIED,
          PATIENCE,
          all -> all.stream().anyMatch(r -> batch.toString().equals(r.key())));
    }
  }

  /** Tables of a month besides its partition, and what is noted of them. */
  public List<String> leftovers(YearMonth month) {
    List<String> left = new ArrayList<>();
    String name = "rollup_y%04dm%02d".formatted(month.getYear(), month.getMonthValue());
    for (Row row :
        rows(
            """
            SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relname LIKE $1 || '\\_%'
              AND relnamespace = to_regnamespace(current_schema())
            UNION SELECT table_name FROM rollup_shadow WHERE table_name LIKE $1 || '%'
            UNION SELECT table_name FROM rebuilt_batch WHERE table_name LIKE $1 || '%'""",
            Tuple.of(name))) {
      left.add(row.getString(0));
    }
    return left;
  }

  /** Whether a month has a partition. */
  public boolean hasPartition(YearMonth month) {
    String name = "rollup_y%04dm%02d".formatted(month.getYear(), month.getMonthValue());
    return rows("SELECT to_regclass($1) IS NOT NULL", Tuple.of(name)).getFirst().getBoolean(0);
  }

  private List<Row> rows(String sql, Tuple values) {
    List<Row> rows = new ArrayList<>();
    database.preparedQuery(sql).execute(values).await().atMost(PATIENCE).forEach(rows::add);
    return rows;
  }
}
