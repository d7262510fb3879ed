package io.ledgerline.report.vendor.vergeos.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.vendor.vergeos.store.MakingStore;
import io.ledgerline.report.vendor.vergeos.store.SentRecords;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Makes the record of each hour and notes which records were sent. Every replica does; the database
 * sees to it that each hour of a tenant is looked after once.
 */
@ApplicationScoped
public class RecordTicker {
  private static final Logger LOG = Logger.getLogger(RecordTicker.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SchemaMigration schema;
  private final RecordMaker maker;
  private final MakingStore store;
  private final SpanSamples samples;
  private final SentRecords sent;
  private final VergeOsConfig config;
  private final Clock clock;
  private final AtomicLong done = new AtomicLong();
  private final AtomicBoolean failing = new AtomicBoolean();

  RecordTicker(
      SchemaMigration schema,
      RecordMaker maker,
      MakingStore store,
      SpanSamples samples,
      SentRecords sent,
      VergeOsConfig config,
      Clock clock) {
    this.schema = schema;
    this.maker = maker;
    this.store = store;
    this.samples = samples;
    this.sent = sent;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "${ledgerline.vergeos.tick:10s}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void tick() {
    if (!schema.isReady()) {
      return;
    }
    try {
      look(clock.instant());
      failing.set(false);
    } catch (RuntimeException e) {
      // Said once, not at every tick.
      if (failing.compareAndSet(false, true)) {
        LOG.warnf("Billing records are made later: %s", e);
      }
    }
  }

  /** Does what is due at an instant. */
  void look(Instant now) {
    Awaiting.outcome(sent.note());
    Duration every = config.recordEvery();
    if (every.compareTo(MINUTE) < 0 || every.compareTo(DAY) > 0) {
      return;
    }
    long due = lastEnd(now.minus(config.settle()).getEpochSecond(), every.toSeconds());
    if (due <= done.get()) {
      return;
    }
    Set<TenantId> tenants = new LinkedHashSet<>(Awaiting.outcome(store.tenants()));
    Instant end = Instant.ofEpochSecond(due);
    tenants.addAll(samples.tenants(end.minus(every), end));
    tenants.forEach(tenant -> maker.due(tenant, due));
    done.set(due);
  }

  /** Spans are counted from midnight UTC; one that does not divide the day ends with it. */
  private static long lastEnd(long now, long every) {
    long midnight = Math.floorDiv(now, DAY.toSeconds()) * DAY.toSeconds();
    return midnight + (now - midnight) / every * every;
  }
}
