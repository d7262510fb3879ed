package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.HourLine;
import io.ledgerline.report.reconciliation.HourSums;
import io.ledgerline.report.reconciliation.SpanTally;
import io.ledgerline.report.reconciliation.store.ReportedHourStore;
import io.ledgerline.report.reconciliation.store.RollupSnapshot;
import io.ledgerline.report.reconciliation.store.RollupSnapshots;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares all stages hour by hour. The rollups are read in one snapshot; the ledger's watermark is
 * taken after it, so that every applied batch is below it. Memory is that of one hour's lines.
 * Blocking: for virtual threads.
 */
@ApplicationScoped
public class HourlyReconciliation {
  private final Ledger ledger;
  private final RollupSnapshots rollups;
  private final ReportedHourStore reported;

  HourlyReconciliation(Ledger ledger, RollupSnapshots rollups, ReportedHourStore reported) {
    this.ledger = ledger;
    this.rollups = rollups;
    this.reported = reported;
  }

  /** Takes lines, sorted by hour, account and meter. */
  @FunctionalInterface
  public interface LineTaker {
    /**
     * Takes the next line.
     *
     * @param findings asks why it does not agree; only while it is taken
     */
    void take(HourLine line, LineFindings findings);
  }

  /**
   * Compares the whole hours of a span.
   *
   * @param wanted which lines
   */
  public SpanOutcome reconcile(TenantId tenant, Span span, LineFilter wanted, LineTaker taker) {
    try (RollupSnapshot snapshot = rollups.open(tenant)) {
      Watermark mark = ledger.watermark(tenant);
      Sources sources =
          new Sources(tenant, ledger, mark.watermark(), snapshot, rollups, new Budget());
      Span kept = span.from(snapshot.keptFrom());
      if (kept == null) {
        return new SpanOutcome(mark, span.to(), new SpanTally().totals(), new TreeSet<>());
      }
      Map<Instant, ReportedHourStore.Run> runs = reported.covering(tenant, kept.from(), kept.to());
      SpanTally tally = new SpanTally();
      SortedSet<YearMonth> archived = new TreeSet<>();
      try (LedgerStream<HourTotal> totals =
          ledger.hourlyTotals(tenant, kept.from(), kept.to(), mark.watermark())) {
        HourTotals byHour = new HourTotals(totals, archived::add);
        Instant hour = kept.from();
        while (hour.isBefore(kept.to())) {
          Hour sides = sides(byHour.of(hour), snapshot.hour(hour), runs.get(hour), hour);
          HourLook look = new HourLook(sources, hour, sides.run());
          sides
              .lines(wanted)
              .forEach(
                  (key, sums) -> {
                    HourLine line = HourLine.compare(look.hour(), key, sums, look);
                    tally.add(line);
                    taker.take(line, look);
                  });
          hour = hour.plus(1, ChronoUnit.HOURS);
        }
      }
      return new SpanOutcome(mark, kept.from(), tally.totals(), archived);
    }
  }

  private Hour sides(
      Map<AccountMeter, HourTotal> ledgerTotals,
      Map<AccountMeter, BigDecimal> rolledUp,
      ReportedHourStore.Run run,
      Instant hour) {
    Map<AccountMeter, BigDecimal> read = run == null ? Map.of() : reported.hour(run, hour);
    return new Hour(ledgerTotals, rolledUp, run, read);
  }

  /** What the three sources say of an hour. */
  private record Hour(
      Map<AccountMeter, HourTotal> ledger,
      Map<AccountMeter, BigDecimal> rolledUp,
      ReportedHourStore.Run run,
      Map<AccountMeter, BigDecimal> read) {
    SortedMap<AccountMeter, HourSums> lines(LineFilter wanted) {
      SortedMap<AccountMeter, HourSums> lines = new TreeMap<>();
      for (Map<AccountMeter, ?> side : List.of(ledger, rolledUp, read)) {
        for (AccountMeter key : side.keySet()) {
          if (wanted.accepts(key)) {
            lines.computeIfAbsent(key, this::sums);
          }
        }
      }
      return lines;
    }

    private HourSums sums(AccountMeter key) {
      HourTotal total = ledger.get(key);
      return new HourSums(
          total == null ? BigDecimal.ZERO : total.accepted(),
          total == null ? BigDecimal.ZERO : total.inLedger(),
          total == null ? BigDecimal.ZERO : total.published(),
          rolledUp.getOrDefault(key, BigDecimal.ZERO),
          run == null ? null : read.getOrDefault(key, BigDecimal.ZERO));
    }
  }
}
