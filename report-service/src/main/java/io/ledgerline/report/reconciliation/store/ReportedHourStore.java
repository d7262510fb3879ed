package io.ledgerline.report.reconciliation.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.ReportedHour;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What report runs have read, by hour. Blocking unless it says otherwise. */
@ApplicationScoped
public class ReportedHourStore {
  /** Runs that are looked at, newest first, to find one for every hour. */
  private static final int MOST_RUNS = 20_000;

  private static final String NOTE =
      """
      INSERT INTO reported_hour (run_id, fencing, hour, source_account, meter, quantity)
      SELECT $1, $2, h.hour, h.account, h.meter, h.quantity::numeric
      FROM unnest($3::timestamptz[], $4::text[], $5::text[], $6::text[])
        AS h (hour, account, meter, quantity)""";

  private static final String FORGET_OTHERS =
      "DELETE FROM reported_hour WHERE run_id = $1 AND fencing <> $2";

  private static final String FORGET =
      "DELETE FROM reported_hour WHERE run_id = $1 AND fencing = $2";

  private static final String COVERING =
      """
      SELECT id, fencing, watermark, period_from, period_to FROM report_run
      WHERE tenant = $1 AND state = 'COMPLETED' AND watermark IS NOT NULL AND scope IS NULL
        AND period_to > $2 AND period_from < $3
      ORDER BY completed_at DESC, id DESC LIMIT $4""";

  private static final String HOUR =
      "SELECT source_account, meter, quantity::text AS quantity FROM reported_hour"
          + " WHERE run_id = $1 AND fencing = $2 AND hour = $3";

  private final Pool database;

  ReportedHourStore(Pool database) {
    this.database = database;
  }

  /**
   * A completed run.
   *
   * @param id the run
   * @param fencing the token it was completed with
   * @param watermark the ledger up to here
   */
  public record Run(UUID id, long fencing, long watermark) {}

  /** Drops what an attempt noted that came to nothing. */
  public Uni<Void> forget(UUID run, long fencing) {
    return database.preparedQuery(FORGET).execute(Tuple.of(run, fencing)).replaceWithVoid();
  }

  /** Notes hours of a run that is being made. */
  public void note(UUID run, long fencing, List<ReportedHour> hours) {
    Tuple values =
        Tuple.tuple()
            .addUUID(run)
            .addLong(fencing)
            .addArrayOfOffsetDateTime(Columns.utc(hours.stream().map(ReportedHour::hour).toList()))
            .addArrayOfString(
                hours.stream().map(h -> h.key().sourceAccount()).toArray(String[]::new))
            .addArrayOfString(hours.stream().map(h -> h.key().meter()).toArray(String[]::new))
            .addArrayOfString(
                hours.stream().map(h -> h.quantity().toPlainString()).toArray(String[]::new));
    Awaiting.outcome(database.preparedQuery(NOTE).execute(values));
  }

  /** Within the transaction that completes a run: drops what earlier attempts noted. */
  public Uni<Void> forgetOthers(SqlClient transaction, UUID run, long fencing) {
    return transaction
        .preparedQuery(FORGET_OTHERS)
        .execute(Tuple.of(run, fencing))
        .replaceWithVoid();
  }

  /**
   * The run that speaks for each hour: of the completed ones on the whole tenant whose period
   * covers the whole hour the one completed last. Hours that no run covers are left out.
   */
  public Map<Instant, Run> covering(TenantId tenant, Instant from, Instant to) {
    Map<Instant, Run> byHour = new TreeMap<>();
    long hours = ChronoUnit.HOURS.between(from, to);
    Tuple values =
        Tuple.of(tenant.value(), Columns.utc(from), Columns.utc(to)).addInteger(MOST_RUNS);
    for (Row row : Awaiting.outcome(database.preparedQuery(COVERING).execute(values))) {
      if (byHour.size() == hours) {
        break;
      }
      Run run = new Run(row.getUUID("id"), row.getLong("fencing"), row.getLong("watermark"));
      Instant hour = latest(firstWhole(Columns.instant(row, "period_from")), from);
      Instant end = earliest(Columns.instant(row, "period_to"), to);
      while (!hour.plus(1, ChronoUnit.HOURS).isAfter(end)) {
        byHour.putIfAbsent(hour, run);
        hour = hour.plus(1, ChronoUnit.HOURS);
      }
    }
    return byHour;
  }

  /** What a run has read of an hour. */
  public Map<AccountMeter, BigDecimal> hour(Run run, Instant hour) {
    Map<AccountMeter, BigDecimal> sums = new HashMap<>();
    Tuple values = Tuple.of(run.id(), run.fencing(), Columns.utc(hour));
    for (Row row : Awaiting.outcome(database.preparedQuery(HOUR).execute(values))) {
      sums.put(
          new AccountMeter(row.getString("source_account"), row.getString("meter")),
          new BigDecimal(row.getString("quantity")));
    }
    return sums;
  }

  private static Instant firstWhole(Instant from) {
    Instant hour = from.truncatedTo(ChronoUnit.HOURS);
    return hour.equals(from) ? hour : hour.plus(1, ChronoUnit.HOURS);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
