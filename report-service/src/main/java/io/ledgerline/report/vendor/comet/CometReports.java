package io.ledgerline.report.vendor.comet;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.problem.DependencyUnavailable;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.store.DirectoryStore;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.ledger.client.LedgerRefusedException;
import io.ledgerline.report.ledger.client.LedgerUnavailableException;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.chargeback.Chargeback;
import io.ledgerline.report.report.chargeback.ChargebackCollector;
import io.ledgerline.report.report.chargeback.ChargebackMonths;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;

/** Makes the report of a month. Blocking. */
@ApplicationScoped
class CometReports {
  private final Ledger ledger;
  private final RatingBookStore books;
  private final DirectoryStore directories;
  private final ChargebackMonths months;
  private final ChargebackCollector collector;
  private final CometConfig config;
  private final Clock clock;

  CometReports(
      Ledger ledger,
      RatingBookStore books,
      DirectoryStore directories,
      ChargebackMonths months,
      ChargebackCollector collector,
      CometConfig config,
      Clock clock) {
    this.ledger = ledger;
    this.books = books;
    this.directories = directories;
    this.months = months;
    this.collector = collector;
    this.config = config;
    this.clock = clock;
  }

  /** The month of UTC that it is now. */
  YearMonth currentMonth() {
    return YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
  }

  /**
   * The report of a month; of the current one so far.
   *
   * @param accounts source accounts, those that end in {@code *} for all that begin so; empty for
   *     all
   */
  CometReport of(TenantId tenant, YearMonth month, Collection<String> accounts) {
    try {
      return made(tenant, month, accounts);
    } catch (LedgerUnavailableException | LedgerRefusedException e) {
      throw new DependencyUnavailable("the ledger", e);
    }
  }

  private CometReport made(TenantId tenant, YearMonth month, Collection<String> accounts) {
    Instant now = clock.instant();
    Period period = Period.ofMonth(month, ZoneOffset.UTC);
    Watermark settled = ledger.watermark(tenant);
    RunMarks marks =
        months.marks(
            tenant,
            period,
            new RunMarks(now, settled.watermark(), settled.chainHead(), books.mark(tenant)));
    Directory directory =
        Awaiting.outcome(directories.at(tenant, marks.priceBookAt())).during(period);
    Chargeback chargeback =
        collector.collect(tenant, period, marks.watermark(), directory, accounts);
    return CometReport.of(month, chargeback, config.organizationId().orElse(tenant.value()), now);
  }
}
