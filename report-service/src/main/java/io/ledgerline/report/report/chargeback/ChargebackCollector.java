package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.ledger.client.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** Asks the ledger what a period's report needs beside its events. Blocking. */
@ApplicationScoped
public class ChargebackCollector {
  private final Ledger ledger;

  ChargebackCollector(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What there was at the end of a period and what was called in it, without costs.
   *
   * @param watermark the ledger up to here
   * @param accounts source accounts, those that end in {@code *} for all that begin so; empty for
   *     all
   */
  public Chargeback collect(
      TenantId tenant,
      Period period,
      long watermark,
      Directory directory,
      Collection<String> accounts) {
    ChargebackTally tally = new ChargebackTally(directory, accounts.isEmpty());
    addTo(tally, tenant, period, watermark, accounts);
    return tally.result();
  }

  void addTo(
      ChargebackTally tally,
      TenantId tenant,
      Period period,
      long watermark,
      Collection<String> accounts) {
    each(tenant, null, period.to(), watermark, accounts, tally::everDone);
    each(tenant, period.from(), period.to(), watermark, accounts, tally::called);
  }

  private void each(
      TenantId tenant,
      Instant from,
      Instant to,
      long watermark,
      Collection<String> accounts,
      Consumer<PlaceSum> taker) {
    try (LedgerStream<PlaceSum> sums =
        ledger.placeSums(tenant, from, to, watermark, ChargebackMeters.ALL, accounts)) {
      for (PlaceSum sum = sums.next(); sum != null; sum = sums.next()) {
        taker.accept(sum);
      }
    }
  }
}
