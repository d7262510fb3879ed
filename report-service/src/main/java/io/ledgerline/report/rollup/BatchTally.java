package io.ledgerline.report.rollup;

import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A batch of usage, added up: the facts themselves are gone, but for those that bring samples. Safe
 * to share once made.
 *
 * @see BatchReader
 */
public final class BatchTally {
  /** Seconds of a quarter hour. */
  static final long QUARTER = 900;

  private final UUID batchId;
  private final TenantId tenant;
  private final Instant postedAt;
  private final List<DimensionSet> sets;
  private final int facts;
  private final SumTable sums;
  private final List<SampledFact> samples;

  BatchTally(
      UUID batchId,
      TenantId tenant,
      Instant postedAt,
      List<DimensionSet> sets,
      int facts,
      SumTable sums,
      List<SampledFact> samples) {
    this.batchId = batchId;
    this.tenant = tenant;
    this.postedAt = postedAt;
    this.sets = List.copyOf(sets);
    this.facts = facts;
    this.sums = sums;
    this.samples = List.copyOf(samples);
  }

  /** Identity of the batch. */
  public UUID batchId() {
    return batchId;
  }

  /** Whose usage it is. */
  public TenantId tenant() {
    return tenant;
  }

  /** When it was committed. */
  public Instant postedAt() {
    return postedAt;
  }

  /** What its facts add up by, in the batch's own order. */
  public List<DimensionSet> sets() {
    return sets;
  }

  /** How many facts it has, those that take usage back too. */
  public int facts() {
    return facts;
  }

  /** The facts that bring samples of resources, in their order; mostly none. */
  public List<SampledFact> samples() {
    return samples;
  }

  /** Names of the meters that its facts carry. */
  public List<String> meters() {
    return sums.columns().stream().map(MeterColumn::meter).toList();
  }

  /** The months (UTC) that its facts lie in. */
  public Set<YearMonth> months() {
    Set<YearMonth> months = new HashSet<>();
    long latest = Long.MIN_VALUE;
    for (int group = 0; group < sums.groups(); group++) {
      if (sums.first(group) != latest) {
        latest = sums.first(group);
        months.add(monthOf(latest));
      }
    }
    return months;
  }

  /** The start of the first charge quarter hour. */
  public Instant chargeFrom() {
    long earliest = Long.MAX_VALUE;
    for (int group = 0; group < sums.groups(); group++) {
      earliest = Math.min(earliest, sums.first(group));
    }
    return Instant.ofEpochSecond(earliest * QUARTER);
  }

  /** The start of the last charge quarter hour. */
  public Instant chargeTo() {
    long latest = Long.MIN_VALUE;
    for (int group = 0; group < sums.groups(); group++) {
      latest = Math.max(latest, sums.first(group));
    }
    return Instant.ofEpochSecond(latest * QUARTER);
  }

  /** Events in all, those taken back counted off. */
  public long events() {
    long events = 0;
    for (int group = 0; group < sums.groups(); group++) {
      events += sums.events(group);
    }
    return events;
  }

  /** What it adds to the rollups of a span, by charge quarter hour. */
  public BatchEffect effect(ChargeSpan span) {
    SortedMap<Long, BatchEffect.Part> quarters = new TreeMap<>();
    SumTable byQuarter = new SumTable();
    for (int group = 0; group < sums.groups(); group++) {
      if (!span.holds(sums.first(group))) {
        continue;
      }
      int quarter = byQuarter.group(sums.first(group), 0);
      byQuarter.count(quarter, sums.events(group));
      for (MeterColumn column : sums.columns()) {
        if (column.has(group)) {
          byQuarter.column(column.meter()).add(quarter, column, group);
        }
      }
    }
    for (int quarter = 0; quarter < byQuarter.groups(); quarter++) {
      SortedMap<String, String> quantities = new TreeMap<>();
      for (MeterColumn column : byQuarter.columns()) {
        if (column.has(quarter)) {
          quantities.put(column.meter(), column.text(quarter));
        }
      }
      quarters.put(
          byQuarter.first(quarter) * QUARTER,
          new BatchEffect.Part(byQuarter.events(quarter), quantities));
    }
    return new BatchEffect(quarters);
  }

  SumTable sums() {
    return sums;
  }

  static YearMonth monthOf(long quarter) {
    return YearMonth.from(Instant.ofEpochSecond(quarter * QUARTER).atOffset(ZoneOffset.UTC));
  }
}
