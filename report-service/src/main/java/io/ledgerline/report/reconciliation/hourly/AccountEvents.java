package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.ledger.LedgerFinding.EventRef;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.EventNames;
import io.ledgerline.report.reconciliation.UsageCell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The effective events of an hour behind one line. Blocking. */
final class AccountEvents {
  private final Sources sources;
  private final Instant hour;
  private final long watermark;

  AccountEvents(Sources sources, Instant hour, long watermark) {
    this.sources = sources;
    this.hour = hour;
    this.watermark = watermark;
  }

  /** All of them. */
  EventNames of(AccountMeter line) {
    EventNames names = new EventNames();
    read(line, event -> names.add(name(event)));
    return names;
  }

  /** Those whose cell of the rollups does not hold their sum; none when there are too many. */
  EventNames ofCells(AccountMeter line) {
    Map<UsageCell, Cell> cells = new HashMap<>();
    boolean all =
        read(
            line,
            event ->
                cells
                    .computeIfAbsent(UsageCell.of(event, line.meter()), c -> new Cell())
                    .add(event, line));
    if (!all) {
      return new EventNames();
    }
    Map<UsageCell, BigDecimal> rolledUp = sources.cells(hour, List.of(line.sourceAccount()));
    EventNames names = new EventNames();
    cells.forEach(
        (key, cell) -> {
          if (cell.sum.compareTo(rolledUp.getOrDefault(key, BigDecimal.ZERO)) != 0) {
            names.addAll(cell.names);
          }
        });
    return names;
  }

  /** Whether all could be read. */
  private boolean read(AccountMeter line, Consumer<LedgerLine> taker) {
    try {
      return sources
          .events(hour, watermark)
          .forEachWhile(
              event -> {
                if (event.sourceAccount().equals(line.sourceAccount()) && carries(event, line)) {
                  taker.accept(event);
                }
                return sources.budget().takeEvent();
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean carries(LedgerLine event, AccountMeter line) {
    return line.isEvents() || event.quantities().byMeter().containsKey(new MeterName(line.meter()));
  }

  private static EventRef name(LedgerLine event) {
    return new EventRef(event.source(), event.id(), null);
  }

  private static final class Cell {
    private BigDecimal sum = BigDecimal.ZERO;
    private final EventNames names = new EventNames();

    void add(LedgerLine event, AccountMeter line) {
      sum =
          sum.add(
              line.isEvents()
                  ? BigDecimal.ONE
                  : event.quantities().of(new MeterName(line.meter())).value());
      names.add(name(event));
    }
  }
}
