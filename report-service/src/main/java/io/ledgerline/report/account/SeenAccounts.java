package io.ledgerline.report.account;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.rating.UsageCut;
import io.ledgerline.report.rating.UsageLine;
import io.ledgerline.report.rating.store.RollupUsage;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The accounts of usage that is seen because of who pays for it, with what is seen of them. Reads
 * the rollups of the whole span. Blocking: for virtual threads.
 */
@ApplicationScoped
class SeenAccounts {
  private final RollupUsage usage;

  SeenAccounts(RollupUsage usage) {
    this.usage = usage;
  }

  /** All of them, by name. */
  SortedMap<String, AccountView> of(TenantId tenant, Instant from, Instant to, UsageCut cut) {
    SortedMap<String, Sums> accounts = new TreeMap<>();
    Instant first = QuarterHour.of(from).start();
    Instant start = first.isBefore(from) ? first.plus(QuarterHour.LENGTH) : first;
    usage.countEvents(
        tenant,
        start,
        to,
        (quarter, dimensions, events) -> {
          if (cut.covers(dimensions, quarter)) {
            sums(accounts, dimensions).seen(quarter).events += events;
          }
        });
    usage.read(
        tenant,
        List.of(new RollupUsage.Part(start, to, null)),
        (UsageLine line) -> {
          if (cut.covers(line.dimensions(), line.time())) {
            sums(accounts, line.dimensions())
                .seen(line.time())
                .quantities
                .merge(line.meter().value(), line.quantity(), BigDecimal::add);
          }
        });
    SortedMap<String, AccountView> views = new TreeMap<>();
    accounts.forEach((name, sums) -> views.put(name, sums.of(name)));
    return views;
  }

  private static Sums sums(SortedMap<String, Sums> accounts, Dimensions dimensions) {
    return accounts.computeIfAbsent(dimensions.sourceAccount(), name -> new Sums());
  }

  /** What is seen of one account. */
  private static final class Sums {
    private final SortedMap<String, BigDecimal> quantities = new TreeMap<>();
    private Instant first;
    private Instant last;
    private long events;

    Sums seen(Instant quarter) {
      first = first == null || quarter.isBefore(first) ? quarter : first;
      last = last == null || quarter.isAfter(last) ? quarter : last;
      return this;
    }

    AccountView of(String name) {
      SortedMap<String, String> texts = new TreeMap<>();
      quantities.forEach(
          (meter, sum) -> texts.put(meter, sum.stripTrailingZeros().toPlainString()));
      return new AccountView(name, first, last.plus(QuarterHour.LENGTH), events, texts);
    }
  }
}
