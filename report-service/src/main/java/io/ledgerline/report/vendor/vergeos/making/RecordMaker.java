package io.ledgerline.report.vendor.vergeos.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.idempotency.IdempotencyKey;
import io.ledgerline.platform.problem.Overloaded;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.vendor.vergeos.BillingRecord;
import io.ledgerline.report.vendor.vergeos.Making;
import io.ledgerline.report.vendor.vergeos.MeasureTally;
import io.ledgerline.report.vendor.vergeos.Measures;
import io.ledgerline.report.vendor.vergeos.Origin;
import io.ledgerline.report.vendor.vergeos.store.MakingStore;
import io.ledgerline.report.vendor.vergeos.store.TenantState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Makes records. Samples are read before the tenant is locked, so that nobody waits for them while
 * holding a connection; if another record was made meanwhile, they are read anew from its end on.
 * Blocking: for virtual threads.
 */
@ApplicationScoped
public class RecordMaker {
  private static final int ATTEMPTS = 20;
  private static final String SCHEDULE = "schedule";

  private final MakingStore store;
  private final SpanSamples samples;
  private final VergeOsConfig config;
  private final Clock clock;

  RecordMaker(MakingStore store, SpanSamples samples, VergeOsConfig config, Clock clock) {
    this.store = store;
    this.samples = samples;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Makes a record up to now. A call that was made before, by its key or, without one, within the
   * time of {@link VergeOsConfig#coalesce}, finds the record that it made.
   *
   * @param key null for none
   * @param actor who asks
   * @return the record's number
   */
  public long generate(TenantId tenant, IdempotencyKey key, String actor) {
    Instant asked = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      TenantState seen = Awaiting.outcome(store.state(tenant));
      Long known = known(tenant, key, seen, asked);
      if (known != null) {
        return known;
      }
      long now = Making.secondOf(clock.instant());
      Span span = span(seen, now);
      Measures measures = measures(tenant, span);
      MakingStore.Step step =
          Awaiting.outcome(
              store.step(
                  tenant,
                  state ->
                      state.equals(seen)
                          ? new MakingStore.Step(
                              making(state, now, span, Origin.GENERATE, actor).of(measures),
                              measures.parts(),
                              null,
                              key == null ? null : key.text(),
                              asked)
                          : null));
      if (step != null) {
        return step.made().key();
      }
    }
    throw new Overloaded("Too many records are asked for at once.");
  }

  /** The record that the same call made before; null for none. */
  private Long known(TenantId tenant, IdempotencyKey key, TenantState seen, Instant asked) {
    if (key != null) {
      return Awaiting.outcome(store.ofCall(tenant, key.text()));
    }
    boolean same =
        seen.generatedAt() != null && asked.isBefore(seen.generatedAt().plus(config.coalesce()));
    return same ? seen.generatedKey() : null;
  }

  /**
   * Looks after the end of a span: makes its record unless one reaches as far already or nothing
   * was sampled. Each end is looked after once, whoever does it.
   *
   * @param due the end, in seconds since 1970
   */
  public void due(TenantId tenant, long due) {
    TenantState seen = Awaiting.outcome(store.state(tenant));
    while (seen.doneDue() < due) {
      TenantState before = seen;
      MakingStore.Step next = hourly(tenant, before, due);
      MakingStore.Step step =
          Awaiting.outcome(store.step(tenant, state -> state.equals(before) ? next : null));
      if (step != null) {
        return;
      }
      seen = Awaiting.outcome(store.state(tenant));
    }
  }

  private MakingStore.Step hourly(TenantId tenant, TenantState state, long due) {
    MakingStore.Step nothing = new MakingStore.Step(null, List.of(), due, null, null);
    if (state.lastTo() >= due) {
      return nothing;
    }
    Span span = span(state, due);
    Measures measures = measures(tenant, span);
    long now = Making.secondOf(clock.instant());
    BillingRecord made = making(state, now, span, Origin.HOURLY, SCHEDULE).of(measures);
    return measures.isEmpty()
        ? nothing
        : new MakingStore.Step(made, measures.parts(), due, null, null);
  }

  private record Span(long from, long to) {}

  private static Span span(TenantState state, long end) {
    long from = state.lastTo() == 0 ? end - Making.FIRST_SPAN : state.lastTo();
    return new Span(Math.min(from, end), end);
  }

  private Measures measures(TenantId tenant, Span span) {
    Instant from = Instant.ofEpochSecond(span.from());
    Instant to = Instant.ofEpochSecond(span.to());
    MeasureTally tally = new MeasureTally();
    samples.read(tenant, from, to, tally::add);
    return tally.with(samples.at(tenant, to));
  }

  private static Making making(TenantState state, long now, Span span, Origin origin, String by) {
    return new Making(state.lastKey() + 1, now, span.from(), span.to(), origin, by);
  }
}
