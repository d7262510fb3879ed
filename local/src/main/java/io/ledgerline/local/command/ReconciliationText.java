package io.ledgerline.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A reconciliation for people: a table of sums by stage, then the lines that do not agree. */
final class ReconciliationText {
  private static final String[] STAGES = {
    "accepted", "inLedger", "published", "rolledUp", "reported", "later", "unreported"
  };
  private static final int SHOWN_EVENTS = 10;
  private static final int SHOWN_HASH = 16;

  private ReconciliationText() {}

  static void print(PrintWriter out, JsonNode outcome) {
    out.printf(
        "%s to %s, ledger up to seal %s%s%n%n",
        outcome.path("from").asText(),
        outcome.path("to").asText(),
        outcome.path("watermark").asText(),
        chain(outcome.path("chainHead").asText("")));
    out.printf(
        "%-24s %16s %16s %16s %16s %16s %12s %16s%n",
        "", "accepted", "in ledger", "published", "rolled up", "reported", "later", "unreported");
    for (JsonNode total : outcome.path("totals")) {
      out.printf("%-24s", total.path("meter").asText("events"));
      for (String stage : STAGES) {
        int width = stage.equals("later") ? 12 : 16;
        out.printf(" %" + width + "s", grouped(total.path(stage).asText("-")));
      }
      out.println();
    }
    out.println();
    out.println(verdict(outcome));
    for (JsonNode month : outcome.path("archivedMonths")) {
      out.printf(
          "%s is archived: of it the ledger has what was accepted, and no events until it is restored%n",
          month.asText());
    }
    for (JsonNode line : outcome.path("items")) {
      printLine(out, line);
    }
  }

  private static void printLine(PrintWriter out, JsonNode line) {
    List<String> sums = new ArrayList<>();
    for (String stage : STAGES) {
      if (line.hasNonNull(stage)) {
        sums.add(stage + " " + line.path(stage).asText());
      }
    }
    out.println();
    String stages = joined(line.path("differing"));
    out.printf(
        "%s  %s  %s  %s%s%n",
        line.path("hour").asText(),
        line.path("sourceAccount").asText(),
        line.path("meter").asText("events"),
        line.path("state").asText(),
        stages.isEmpty() ? "" : " at " + stages);
    out.println("    " + String.join(", ", sums));
    for (JsonNode finding : line.path("findings")) {
      long count = finding.path("eventCount").asLong();
      out.printf(
          "    %s: %d %s%s%n",
          finding.path("cause").asText(),
          count,
          count == 1 ? "event" : "events",
          finding.path("batches").isEmpty() ? "" : ", batches " + joined(finding.path("batches")));
      int shown = 0;
      for (JsonNode event : finding.path("events")) {
        if (shown++ < SHOWN_EVENTS) {
          out.println("      " + name(event));
        }
      }
      if (count > SHOWN_EVENTS) {
        out.printf("      … (%d more; --json names up to 100)%n", count - SHOWN_EVENTS);
      }
    }
  }

  private static String verdict(JsonNode outcome) {
    JsonNode lines = outcome.path("lines");
    return switch (outcome.path("verdict").asText()) {
      case "RECONCILED" ->
          "RECONCILED: all %,d lines agree".formatted(lines.path("compared").asLong());
      case "PENDING" ->
          "PENDING: %,d of %,d lines wait for batches on their way"
              .formatted(lines.path("pending").asLong(), lines.path("compared").asLong());
      default ->
          "UNRECONCILED: %,d of %,d lines differ, %,d wait for batches on their way"
              .formatted(
                  lines.path("differing").asLong(),
                  lines.path("compared").asLong(),
                  lines.path("pending").asLong());
    };
  }

  private static String name(JsonNode event) {
    return event.hasNonNull("id")
        ? event.path("source").asText() + "  " + event.path("id").asText()
        : "identity " + event.path("identity").asText();
  }

  private static String chain(String head) {
    return head.isEmpty()
        ? ""
        : ", chain " + head.substring(0, Math.min(SHOWN_HASH, head.length())) + "…";
  }

  private static String joined(JsonNode texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> all.add(text.asText()));
    return String.join(", ", all);
  }

  private static String grouped(String decimal) {
    try {
      BigDecimal number = new BigDecimal(decimal);
      return ("%,." + Math.max(0, number.scale()) + "f").formatted(number);
    } catch (NumberFormatException e) {
      return decimal;
    }
  }
}
