package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.usage.EventIdentity;
import io.ledgerline.contracts.usage.SourceName;
import io.ledgerline.ingest.ledger.batch.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a correction changes. Bounded, however many events it is about, and the same however it is
 * cut into pieces.
 *
 * @param verdicts how many events had which verdict
 * @param total change in all
 * @param byAccount change by source account, the first ones by name
 * @param otherAccounts change of the accounts behind those
 * @param unit how finely time is cut: the finest that fits
 * @param byTime change by start of hour, day, month or year
 * @param first the first events that are changed
 */
record Effect(
    Map<Verdict, Long> verdicts,
    Sums total,
    SortedMap<String, Sums> byAccount,
    Sums otherAccounts,
    TimeUnitOfSums unit,
    SortedMap<Instant, Sums> byTime,
    List<EventIdentity> first) {
  /** Most accounts that are shown one by one. */
  static final int MAX_ACCOUNTS = 100;

  /** Most spans of time that are shown: a week of hours, half a year of days. */
  static final int MAX_SPANS = 200;

  /** Most events that are named. */
  static final int MAX_NAMED = 100;

  static final Effect NONE =
      new Effect(
          Map.of(),
          Sums.NONE,
          new TreeMap<>(),
          Sums.NONE,
          TimeUnitOfSums.HOUR,
          new TreeMap<>(),
          List.of());

  /** What some steps change. */
  static Effect of(List<Step> steps) {
    Map<Verdict, Long> verdicts = new EnumMap<>(Verdict.class);
    Sums total = Sums.NONE;
    SortedMap<String, Sums> accounts = new TreeMap<>();
    SortedMap<Instant, Sums> times = new TreeMap<>();
    List<EventIdentity> first = new ArrayList<>();
    for (Step step : steps) {
      verdicts.merge(step.verdict(), 1L, Long::sum);
      for (Fact fact : changes(step)) {
        Sums sums = Sums.of(fact.quantities(), fact.sign());
        total = total.plus(sums);
        accounts.merge(fact.dimensions().sourceAccount(), sums, Sums::plus);
        times.merge(TimeUnitOfSums.HOUR.start(fact.time()), sums, Sums::plus);
      }
      if (!changes(step).isEmpty() && first.size() < MAX_NAMED) {
        first.add(new EventIdentity(new SourceName(step.target().source()), step.target().id()));
      }
    }
    return NONE.plus(
        new Effect(verdicts, total, accounts, Sums.NONE, TimeUnitOfSums.HOUR, times, first));
  }

  private static List<Fact> changes(Step step) {
    List<Fact> changes = new ArrayList<>(2);
    if (step.taken() != null) {
      StoredRow taken = step.taken();
      changes.add(new Fact(taken.dimensions(), taken.time(), taken.quantities(), -1));
    }
    if (step.added() != null) {
      changes.add(step.added().fact());
    }
    return changes;
  }

  /** This one, then the other. */
  Effect plus(Effect other) {
    Map<Verdict, Long> allVerdicts = new EnumMap<>(Verdict.class);
    allVerdicts.putAll(verdicts);
    other.verdicts.forEach((verdict, count) -> allVerdicts.merge(verdict, count, Long::sum));
    List<EventIdentity> named = new ArrayList<>(first);
    other.first.stream().limit(MAX_NAMED - (long) named.size()).forEach(named::add);

    SortedMap<String, Sums> accounts = new TreeMap<>(byAccount);
    other.byAccount.forEach((account, sums) -> accounts.merge(account, sums, Sums::plus));
    Sums rest = otherAccounts.plus(other.otherAccounts);
    while (accounts.size() > MAX_ACCOUNTS) {
      rest = rest.plus(accounts.remove(accounts.lastKey()));
    }

    TimeUnitOfSums coarsest = unit.compareTo(other.unit) > 0 ? unit : other.unit;
    SortedMap<Instant, Sums> times = new TreeMap<>();
    add(times, byTime, coarsest);
    add(times, other.byTime, coarsest);
    while (times.size() > MAX_SPANS) {
      coarsest = coarsest.coarser();
      SortedMap<Instant, Sums> finer = times;
      times = new TreeMap<>();
      add(times, finer, coarsest);
    }
    return new Effect(
        allVerdicts, total.plus(other.total), accounts, rest, coarsest, times, List.copyOf(named));
  }

  private static void add(
      SortedMap<Instant, Sums> times, SortedMap<Instant, Sums> added, TimeUnitOfSums unit) {
    added.forEach((time, sums) -> times.merge(unit.start(time), sums, Sums::plus));
  }

  long count(Verdict verdict) {
    return verdicts.getOrDefault(verdict, 0L);
  }
}
