package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.reconciliation.AccountMeter;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Cuts the ledger's hourly totals, which come sorted by hour, into hours. For one thread. */
final class HourTotals {
  private final LedgerStream<HourTotal> totals;
  private final Consumer<YearMonth> archived;
  private HourTotal next;

  /** Tells {@code archived} of months whose rows the ledger has no more. */
  HourTotals(LedgerStream<HourTotal> totals, Consumer<YearMonth> archived) {
    this.totals = totals;
    this.archived = archived;
    this.next = totals.next();
  }

  /** The hour's totals; hours are asked for in order. */
  Map<AccountMeter, HourTotal> of(Instant hour) {
    Map<AccountMeter, HourTotal> found = new HashMap<>();
    while (next != null && !next.hour().isAfter(hour)) {
      if (next.hour().isBefore(hour)) {
        throw new IllegalStateException("the ledger's hourly totals do not come sorted by hour");
      }
      if (next.archived()) {
        archived.accept(YearMonth.from(hour.atOffset(ZoneOffset.UTC)));
      }
      found.put(new AccountMeter(next.sourceAccount(), next.meter()), next);
      next = totals.next();
    }
    return found;
  }
}
