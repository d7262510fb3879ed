package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.ledger.Watermark;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.report.RunMarks;
import io.ledgerline.report.report.chargeback.store.FixedMonthStore;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Fixes months: the first report of a month that is over, and of which no usage has come for some
 * time, says what all later ones say. Blocking.
 */
@ApplicationScoped
public class ChargebackMonths {
  private static final String SYSTEM = "system";

  private final FixedMonthStore store;
  private final ChargebackConfig config;
  private final Ledger ledger;
  private final RatingBookStore books;
  private final Clock clock;

  ChargebackMonths(
      FixedMonthStore store,
      ChargebackConfig config,
      Ledger ledger,
      RatingBookStore books,
      Clock clock) {
    this.store = store;
    this.ledger = ledger;
    this.books = books;
    this.config = config;
    this.clock = clock;
  }

  /** The month of UTC that a period is; empty when it is none. */
  public static Optional<YearMonth> monthOf(Period period) {
    YearMonth month = YearMonth.from(period.from().atOffset(ZoneOffset.UTC));
    Period whole = Period.ofMonth(month, ZoneOffset.UTC);
    return whole.from().equals(period.from()) && whole.to().equals(period.to())
        ? Optional.of(month)
        : Optional.empty();
  }

  /** The marks that a report of the period is made at, when it is made now. */
  public RunMarks marks(TenantId tenant, Period period, RunMarks now) {
    YearMonth month = monthOf(period).orElse(null);
    if (month == null) {
      return now;
    }
    return Awaiting.outcome(store.find(tenant, month))
        .or(() -> quiet(tenant, period) ? Optional.of(fix(tenant, month, now)) : Optional.empty())
        .map(
            fixed ->
                new RunMarks(
                    now.startedAt(), fixed.watermark(), fixed.chainHead(), fixed.knownAt()))
        .orElse(now);
  }

  /**
   * Fixes a month as it is now, unless it is fixed already.
   *
   * @throws InvalidRequest when it is not over yet
   */
  public FixedMonth fix(TenantId tenant, YearMonth month, String actor) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (now.isBefore(Period.ofMonth(month, ZoneOffset.UTC).to())) {
      throw InvalidRequest.field("month", "not-over", "'month' is not over yet.");
    }
    Watermark ledgerNow = ledger.watermark(tenant);
    Instant knownAt = books.mark(tenant);
    return Awaiting.outcome(
        store.fix(
            tenant,
            new FixedMonth(
                month, ledgerNow.watermark(), ledgerNow.chainHead(), knownAt, now, actor)));
  }

  private boolean quiet(TenantId tenant, Period period) {
    Instant now = clock.instant();
    if (now.isBefore(period.to())) {
      return false;
    }
    Instant last = Awaiting.outcome(store.lastPosted(tenant, period));
    return last != null
        && !now.isBefore(last.plus(QuarterHour.LENGTH).plus(config.fixedAfter()))
        && !now.isBefore(period.to().plus(config.fixedAfter()));
  }

  private FixedMonth fix(TenantId tenant, YearMonth month, RunMarks now) {
    return Awaiting.outcome(
        store.fix(
            tenant,
            new FixedMonth(
                month,
                now.watermark(),
                now.chainHead(),
                now.priceBookAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                SYSTEM)));
  }
}
