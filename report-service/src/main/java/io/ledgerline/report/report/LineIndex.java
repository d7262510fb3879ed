package io.ledgerline.report.report;

import io.ledgerline.report.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps a mark for some of the lines of an artifact while it is written: every thousandth, and one
 * after many events that have no line. From the mark before it any line is found by reading a
 * bounded number of events. Marks are handed on some hundreds at a time, so that memory does not
 * grow with lines. Not safe for several threads.
 */
public final class LineIndex {
  /** Lines from one mark to the next. */
  public static final int LINES = 1_000;

  /** Events after which the next line has a mark. */
  public static final int EVENTS = 20_000;

  private static final int AT_ONCE = 500;

  private final Consumer<List<LineMark>> taker;
  private List<LineMark> waiting = new ArrayList<>();
  private long lines;
  private long linesSince = LINES;
  private long eventsSince;

  /**
   * Nothing yet.
   *
   * @param taker gets each mark once, in the order of lines
   */
  public LineIndex(Consumer<List<LineMark>> taker) {
    this.taker = taker;
  }

  /** The next event has a line of its own, the next one of the artifact. */
  public void line(LedgerLine event) {
    lines++;
    if (++linesSince > LINES || eventsSince >= EVENTS) {
      if (waiting.size() == AT_ONCE) {
        finish();
      }
      waiting.add(new LineMark(lines, event.time(), event.source(), event.id()));
      linesSince = 1;
      eventsSince = 0;
    }
    eventsSince++;
  }

  /** The next event has no line. */
  public void noLine() {
    eventsSince++;
  }

  /** Hands on what is left. */
  public void finish() {
    if (!waiting.isEmpty()) {
      taker.accept(List.copyOf(waiting));
      waiting = new ArrayList<>();
    }
  }
}
