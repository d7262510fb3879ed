package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.ledger.BatchEvent;
import io.ledgerline.report.ledger.BatchTotal;
import io.ledgerline.report.ledger.LedgerFinding.EventRef;
import io.ledgerline.report.ledger.LedgerStream;
import io.ledgerline.report.ledger.client.ControlTotalsReader;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.BatchSums;
import io.ledgerline.report.reconciliation.BatchWalk;
import io.ledgerline.report.reconciliation.EventNames;
import io.ledgerline.report.reconciliation.Sums;
import io.ledgerline.report.reconciliation.store.AppliedBatches;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The batches of an hour on which ledger and rollups do not agree, and what their events say by
 * account and meter. Walks the hour once, in {@link #load}; reads only batches at fault.
 */
final class HourBatches {
  /** How a batch is at fault. */
  enum Fault {
    /** Not in the rollups, but on its way. */
    ON_ITS_WAY,
    /** Not in the rollups, and not on its way. */
    MISSING,
    /** In the rollups, but after the ledger's watermark. */
    LATER,
    /** In the rollups with other sums. */
    DIFFERS
  }

  /** What the batches with one fault say of a line. */
  static final class Part {
    private BigDecimal sum = BigDecimal.ZERO;
    private final EventNames events = new EventNames();
    private final Set<UUID> batches = new LinkedHashSet<>();

    BigDecimal sum() {
      return sum;
    }

    EventNames events() {
      return events;
    }

    Set<UUID> batches() {
      return batches;
    }
  }

  private static final int MOST_REMEMBERED = 20_000;

  private final Map<Fault, Map<AccountMeter, Part>> parts = new EnumMap<>(Fault.class);
  private boolean unread;

  private HourBatches() {}

  static HourBatches load(Sources sources, Instant hour) {
    Walk walk = new Walk();
    try (ControlTotalsReader ledger = sources.ledgerBatches(hour);
        AppliedBatches applied = sources.appliedBatches(hour)) {
      BatchWalk.walk(() -> sums(ledger.next()), applied, walk);
    }
    Set<UUID> onTheirWay = sources.onTheirWay(walk.missing);
    HourBatches found = new HourBatches();
    for (UUID batch : walk.missing) {
      found.read(
          sources, hour, batch, onTheirWay.contains(batch) ? Fault.ON_ITS_WAY : Fault.MISSING);
    }
    walk.later.forEach(batch -> found.read(sources, hour, batch, Fault.LATER));
    walk.differing.forEach(batch -> found.read(sources, hour, batch, Fault.DIFFERS));
    found.unread |= walk.forgotten;
    return found;
  }

  /** What the batches with a fault say of a line; an empty part when nothing. */
  Part of(Fault fault, AccountMeter line) {
    return parts.getOrDefault(fault, Map.of()).getOrDefault(line, new Part());
  }

  /** Whether some batches on their way, or after the watermark, were too many to be read. */
  boolean unread() {
    return unread;
  }

  private void read(Sources sources, Instant hour, UUID batch, Fault fault) {
    if (!sources.budget().takeBatch()) {
      unread |= fault == Fault.ON_ITS_WAY || fault == Fault.LATER;
      return;
    }
    Instant end = hour.plus(1, ChronoUnit.HOURS);
    try (LedgerStream<BatchEvent> events = sources.eventsOf(batch)) {
      for (BatchEvent event = events.next(); event != null; event = events.next()) {
        if (!event.time().isBefore(hour) && event.time().isBefore(end)) {
          add(fault, batch, event);
        }
      }
    }
  }

  private void add(Fault fault, UUID batch, BatchEvent event) {
    add(fault, batch, event, AccountMeter.EVENTS, BigDecimal.ONE);
    event
        .quantities()
        .byMeter()
        .forEach((meter, quantity) -> add(fault, batch, event, meter.value(), quantity.value()));
  }

  private void add(Fault fault, UUID batch, BatchEvent event, String meter, BigDecimal quantity) {
    Part part =
        parts
            .computeIfAbsent(fault, f -> new HashMap<>())
            .computeIfAbsent(new AccountMeter(event.sourceAccount(), meter), line -> new Part());
    part.sum = event.takesBack() ? part.sum.subtract(quantity) : part.sum.add(quantity);
    part.batches.add(batch);
    part.events.add(new EventRef(event.source(), event.id(), null));
  }

  private static BatchSums sums(BatchTotal batch) {
    return batch == null
        ? null
        : new BatchSums(batch.batchId(), Sums.of(batch.events(), batch.quantities()));
  }

  private static final class Walk implements BatchWalk.Visitor {
    private final List<UUID> missing = new ArrayList<>();
    private final List<UUID> later = new ArrayList<>();
    private final List<UUID> differing = new ArrayList<>();
    private boolean forgotten;

    @Override
    public void both(UUID batch, Sums ledger, Sums applied) {
      if (!ledger.equals(applied)) {
        remember(differing, batch);
      }
    }

    @Override
    public void missing(BatchSums ledger) {
      remember(missing, ledger.batchId());
    }

    @Override
    public void later(BatchSums applied) {
      remember(later, applied.batchId());
    }

    private void remember(List<UUID> batches, UUID batch) {
      if (batches.size() < MOST_REMEMBERED) {
        batches.add(batch);
      } else {
        forgotten = true;
      }
    }
  }
}
