package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.HourTotal;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.reconciliation.AccountMeter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Cuts the ledger's hourly totals, which come sorted by hour, into hours. For one thread. */
final class HourTotals {
  private final LedgerStream<HourTotal> totals;
  private HourTotal next;

  HourTotals(LedgerStream<HourTotal> totals) {
    this.totals = totals;
    this.next = totals.next();
  }

  /** The hour's totals; hours are asked for in order. */
  Map<AccountMeter, HourTotal> of(Instant hour) {
    Map<AccountMeter, HourTotal> found = new HashMap<>();
    while (next != null && !next.hour().isAfter(hour)) {
      if (next.hour().isBefore(hour)) {
        throw new IllegalStateException("the ledger's hourly totals do not come sorted by hour");
      }
      found.put(new AccountMeter(next.sourceAccount(), next.meter()), next);
      next = totals.next();
    }
    return found;
  }
}
