package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.ledger.client.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

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

  /** When one of the meters was first used before an instant in the places that are meant. */
  Optional<Instant> first(
      TenantId tenant,
      Instant before,
      long watermark,
      Collection<String> accounts,
      Predicate<Place> places) {
    List<Instant> first = new ArrayList<>();
    each(
        tenant,
        null,
        before,
        watermark,
        accounts,
        use -> {
          if (use.first() != null && places.test(Place.of(use))) {
            first.add(use.first());
          }
        });
    return first.stream().min(Comparator.naturalOrder());
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
