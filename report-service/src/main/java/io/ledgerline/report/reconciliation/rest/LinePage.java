package io.ledgerline.report.reconciliation.rest;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.report.reconciliation.AccountMeter;
import io.ledgerline.report.reconciliation.HourLine;
import io.ledgerline.report.reconciliation.LineState;
import io.ledgerline.report.reconciliation.hourly.HourlyReconciliation;
import io.ledgerline.report.reconciliation.hourly.LineFindings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Keeps one page of the lines that go by, and asks why those of the page do not agree. */
final class LinePage implements HourlyReconciliation.LineTaker {
  private static final int EXPLAINED = 100;

  private final boolean onlyDiffering;
  private final Limit limit;
  private final Instant afterHour;
  private final AccountMeter after;
  private final List<HourLineView> items = new ArrayList<>();
  private HourLine last;
  private boolean more;
  private int explained;

  LinePage(boolean onlyDiffering, Limit limit, Cursor cursor) {
    this.onlyDiffering = onlyDiffering;
    this.limit = limit;
    this.afterHour = cursor == null ? null : cursor.instant(0);
    this.after = cursor == null ? null : new AccountMeter(cursor.text(1), cursor.text(2));
  }

  @Override
  public void take(HourLine line, LineFindings findings) {
    if (onlyDiffering && line.state() == LineState.AGREES || !isAfterCursor(line)) {
      return;
    }
    if (items.size() == limit.value()) {
      more = true;
      return;
    }
    boolean explain = line.state() != LineState.AGREES && explained++ < EXPLAINED;
    items.add(HourLineView.of(line, explain ? findings.of(line) : List.of()));
    last = line;
  }

  List<HourLineView> items() {
    return items;
  }

  String nextCursor() {
    return more ? HourLineView.cursorOf(last).encode() : null;
  }

  private boolean isAfterCursor(HourLine line) {
    if (after == null) {
      return true;
    }
    int hours = line.hour().compareTo(afterHour);
    return hours > 0 || hours == 0 && line.key().compareTo(after) > 0;
  }
}
