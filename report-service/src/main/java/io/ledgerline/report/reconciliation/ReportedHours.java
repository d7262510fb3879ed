package io.ledgerline.report.reconciliation;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.ledger.LedgerLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Adds up by hour what passes from the ledger's detail to a report, whatever the report makes of
 * it. Hours that the period only cuts are left out. Memory is that of an hour's sums, and of those
 * that are not handed on yet.
 */
public final class ReportedHours implements LedgerDetail {
  private static final int AT_ONCE = 2000;

  private final LedgerDetail detail;
  private final Period period;
  private final Consumer<List<ReportedHour>> taker;
  private final Map<AccountMeter, BigDecimal> sums = new TreeMap<>();
  private List<ReportedHour> waiting = new ArrayList<>();
  private Instant hour;

  /**
   * Stands between a report and its detail.
   *
   * @param detail sorted by time
   * @param period of the report
   * @param taker gets each hour's sums once, some thousands at a time
   */
  public ReportedHours(LedgerDetail detail, Period period, Consumer<List<ReportedHour>> taker) {
    this.detail = detail;
    this.period = period;
    this.taker = taker;
  }

  @Override
  public void forEach(Taker report) throws IOException {
    detail.forEach(
        line -> {
          note(line);
          report.take(line);
        });
    endHour();
    handOn();
  }

  private void note(LedgerLine line) {
    Instant of = line.time().truncatedTo(ChronoUnit.HOURS);
    if (!of.equals(hour)) {
      endHour();
      if (waiting.size() >= AT_ONCE) {
        handOn();
      }
      hour = of;
    }
    add(new AccountMeter(line.sourceAccount(), AccountMeter.EVENTS), BigDecimal.ONE);
    line.quantities()
        .byMeter()
        .forEach(
            (meter, quantity) ->
                add(new AccountMeter(line.sourceAccount(), meter.value()), quantity.value()));
  }

  private void add(AccountMeter key, BigDecimal quantity) {
    sums.merge(key, quantity, BigDecimal::add);
  }

  private void endHour() {
    if (hour != null
        && !hour.isBefore(period.from())
        && !hour.plus(1, ChronoUnit.HOURS).isAfter(period.to())) {
      sums.forEach((key, sum) -> waiting.add(new ReportedHour(hour, key, sum)));
    }
    sums.clear();
  }

  private void handOn() {
    if (!waiting.isEmpty()) {
      taker.accept(waiting);
      waiting = new ArrayList<>();
    }
  }
}
