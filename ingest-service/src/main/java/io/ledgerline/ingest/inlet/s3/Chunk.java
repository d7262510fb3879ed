package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.inlet.quarantine.Refusal;
import io.ledgerline.ingest.ledger.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Lines that are recorded together. */
final class Chunk {
  private final List<LogLine> lines = new ArrayList<>();
  private final long begunAt = System.nanoTime();
  private long lastLine;

  Chunk(long linesDone) {
    this.lastLine = linesDone;
  }

  void add(LogLine line) {
    lines.add(line);
  }

  /** Notes that a line was passed, whether there was anything in it or not. */
  void passed(long line) {
    lastLine = line;
  }

  long lastLine() {
    return lastLine;
  }

  int size() {
    return lines.size();
  }

  /** Nanoseconds since it was begun. */
  long age() {
    return System.nanoTime() - begunAt;
  }

  List<UsageEvent> events() {
    return lines.stream().filter(l -> l.event() != null).map(LogLine::event).toList();
  }

  /** The outcome of every line, given those of the events. */
  List<Outcome> outcomes(List<Outcome> ofEvents) {
    Iterator<Outcome> next = ofEvents.iterator();
    return lines.stream()
        .map(line -> line.event() == null ? Outcome.rejected(line.fault()) : next.next())
        .toList();
  }

  /** What has to be put into quarantine: nobody is there to be told of it. */
  List<Refusal> refusals(List<Outcome> outcomes) {
    List<Refusal> refusals = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Outcome outcome = outcomes.get(i);
      if (outcome.reason() != null) {
        refusals.add(new Refusal(lines.get(i).number(), lines.get(i).digest(), outcome.reason()));
      }
    }
    return refusals;
  }
}
