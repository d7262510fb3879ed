package io.ledgerline.report.vendor.smarter.making;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.ledger.Consumption;
import io.ledgerline.report.ledger.DailySum;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.client.Ledger;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.vendor.smarter.Aggregation;
import io.ledgerline.report.vendor.smarter.RecordRules;
import io.ledgerline.report.vendor.smarter.store.AggregationStore;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Says of each group of charges what it comes to in the ledger at a watermark. It replaces and
 * never adds, and what was read at an earlier watermark never overwrites what was read at a later
 * one: so any number of them may run at once, again, or break off in the middle. Blocking: for
 * virtual threads.
 */
@ApplicationScoped
public class Aggregator {
  /** Who says all charges. */
  public static final String SOURCE = "smarter";

  /** So many days of groups that could not be added up are tried again. */
  private static final int MOST_HELD_DAYS = 300;

  private final Ledger ledger;
  private final AggregationStore store;
  private final Clock clock;

  Aggregator(Ledger ledger, AggregationStore store, Clock clock) {
    this.ledger = ledger;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Adds up what has changed since the last time, what could not be added up then, and all of the
   * days that are named.
   *
   * @param askedBy to be noted
   */
  public Aggregation run(TenantId tenant, Collection<LocalDate> days, String askedBy) {
    Instant startedAt = now();
    AggregationStore.Progress progress = Awaiting.outcome(store.progress(tenant));
    long watermark = ledger.watermark(tenant).watermark();
    SortedSet<LocalDate> further = new TreeSet<>(progress.heldDays());
    further.addAll(days);
    Work work = new Work(tenant, watermark, startedAt);
    try (LedgerStream<DailySum> sums =
        ledger.dailySums(tenant, SOURCE, progress.watermark(), watermark, further)) {
      for (DailySum sum = sums.next(); sum != null; sum = sums.next()) {
        work.take(sum);
      }
    }
    Awaiting.outcome(store.move(tenant, watermark, work.heldDays()));
    Aggregation run =
        new Aggregation(
            UUID.randomUUID(),
            askedBy,
            startedAt,
            now(),
            progress.watermark(),
            watermark,
            work.groups,
            work.changed,
            work.failed,
            work.failures);
    if (work.groups > 0 || !askedBy.equals(Aggregation.HOURLY)) {
      Awaiting.outcome(store.note(tenant, run));
    }
    ledger.consumed(tenant, new Consumption(watermark, work.held));
    return run;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** One adding up, group by group: each by itself, so that a bad one is no harm to the others. */
  private final class Work {
    private final List<Consumption.Group> held = new ArrayList<>();
    private final List<Aggregation.Failure> failures = new ArrayList<>();
    private final TenantId tenant;
    private final long watermark;
    private final Instant now;
    private long groups;
    private long changed;
    private long failed;

    Work(TenantId tenant, long watermark, Instant now) {
      this.tenant = tenant;
      this.watermark = watermark;
      this.now = now;
    }

    void take(DailySum sum) {
      groups++;
      try {
        RecordRules.Group group = RecordRules.group(sum);
        changed += Awaiting.outcome(store.write(tenant, group, watermark, now)) ? 1 : 0;
      } catch (InvalidValueException e) {
        refused(sum, e.field(), e.code(), e.detail());
      } catch (PgException e) {
        if (!Refusals.isOfTheRow(e)) {
          throw e;
        }
        refused(sum, "", "refused-by-database", "The record cannot be kept: " + Refusals.rule(e));
      }
    }

    private void refused(DailySum sum, String field, String code, String detail) {
      failed++;
      held.add(Consumption.Group.of(sum));
      if (failures.size() < Aggregation.MOST_FAILURES) {
        failures.add(Aggregation.Failure.of(sum, field, code, detail));
      }
    }

    private List<LocalDate> heldDays() {
      return held.stream()
          .map(Consumption.Group::date)
          .distinct()
          .sorted(java.util.Comparator.reverseOrder())
          .limit(MOST_HELD_DAYS)
          .toList();
    }
  }
}
