package io.ledgerline.report.report;

import io.ledgerline.report.ledger.LedgerLine;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a mark for some of the lines of an artifact while it is written: every thousandth, and one
 * after many events that have no line. From the mark before it any line is found by reading a
 * bounded number of events. Memory: a mark for a thousand lines. Not safe for several threads.
 */
public final class LineIndex {
  /** Lines from one mark to the next. */
  public static final int LINES = 1_000;

  /** Events after which the next line has a mark. */
  public static final int EVENTS = 20_000;

  private final List<LineMark> marks = new ArrayList<>();
  private long lines;
  private long linesSince = LINES;
  private long eventsSince;

  /** The next event has a line of its own, the next one of the artifact. */
  public void line(LedgerLine event) {
    lines++;
    if (++linesSince > LINES || eventsSince >= EVENTS) {
      marks.add(new LineMark(lines, event.time(), event.source(), event.id()));
      linesSince = 1;
      eventsSince = 0;
    }
    eventsSince++;
  }

  /** The next event has no line. */
  public void noLine() {
    eventsSince++;
  }

  /** The marks so far, by line. */
  public List<LineMark> marks() {
    return List.copyOf(marks);
  }
}
