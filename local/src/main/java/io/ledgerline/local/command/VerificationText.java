package io.ledgerline.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells a verification to a person, line by line as it comes. */
final class VerificationText {
  private static final int MOST_EVENTS = 10;
  private static final String CLEAR = "\r\u001B[K";

  private final PrintWriter out;
  private final PrintWriter terminal;
  private final String expectedHead;
  private final Long at;
  private JsonNode end;

  /**
   * For one verification.
   *
   * @param terminal where progress is shown; null for nowhere
   * @param expectedHead what the chain must be at {@code at}; null when nothing is expected
   */
  VerificationText(PrintWriter out, PrintWriter terminal, String expectedHead, Long at) {
    this.out = out;
    this.terminal = terminal;
    this.expectedHead = expectedHead == null ? null : expectedHead.toLowerCase(Locale.ROOT);
    this.at = at;
  }

  /** Takes a line of the stream. */
  void line(JsonNode line) {
    if (line.has("finding")) {
      clear();
      finding(line);
    } else if (line.has("skippedMonth")) {
      clear();
      out.printf(
          "%s: its rows were archived and dropped; headers only%n",
          line.path("skippedMonth").asText().substring(0, 7));
    } else if (line.has("end")) {
      clear();
      end = line;
    } else if (terminal != null) {
      terminal.printf(
          "%s%,d of %,d batches, chain up to seal %,d",
          CLEAR,
          line.path("checkedBatches").asLong(),
          line.path("of").asLong(),
          line.path("checkedSeals").asLong());
      terminal.flush();
    }
    out.flush();
  }

  private void finding(JsonNode finding) {
    out.printf("%-13s %s%n", finding.path("finding").asText(), finding.path("detail").asText());
    if (finding.has("batchId")) {
      out.printf("              batch %s%n", finding.path("batchId").asText());
    }
    int shown = 0;
    for (JsonNode event : finding.path("events")) {
      if (shown++ == MOST_EVENTS) {
        out.printf("              and %d more%n", finding.path("events").size() - MOST_EVENTS);
        break;
      }
      out.printf(
          "              event %s %s%n",
          event.path("source").asText("(source unknown)"),
          event.has("id")
              ? event.path("id").asText()
              : "identity " + event.path("identity").asText());
    }
  }

  /** Whether the stream has come to its end. */
  boolean isComplete() {
    return end != null;
  }

  /** Tells the outcome and returns whether all is proved. */
  boolean finish() {
    if (end == null) {
      out.println("The verification broke off; nothing is proved.");
      return false;
    }
    out.printf(
        Locale.ROOT,
        "%,d batches, %,d events, chain of %,d seals%n",
        end.path("batches").asLong(),
        end.path("events").asLong(),
        end.path("sealNo").asLong());
    out.printf("chain head %s%n", end.path("chainHead").asText());
    boolean headFits = headFits();
    long findings = end.path("findings").asLong();
    if (findings == 0 && headFits) {
      out.println("All is as it was committed.");
      return true;
    }
    if (findings > 0) {
      out.printf("%,d findings: the ledger is not as it was committed.%n", findings);
    }
    return false;
  }

  private boolean headFits() {
    if (expectedHead == null) {
      return true;
    }
    String found = end.path("chainAt").asText("");
    if (found.equals(expectedHead)) {
      out.printf("At seal %d the chain has the head that was expected.%n", at);
      return true;
    }
    out.printf(
        "At seal %d the chain has %s and not the head that was expected: the ledger was rewritten.%n",
        at, found.isEmpty() ? "no value" : found);
    return false;
  }

  private void clear() {
    if (terminal != null) {
      terminal.print(CLEAR);
      terminal.flush();
    }
  }
}
