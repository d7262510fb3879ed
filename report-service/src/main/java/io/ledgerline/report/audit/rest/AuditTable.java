package io.ledgerline.report.audit.rest;

import io.ledgerline.contracts.message.AuditRecorded;
import java.util.List;
import java.util.stream.Collectors;

/** Records of the audit log as lines of CSV (RFC 4180). */
final class AuditTable {
  /** The line of names. */
  static final String HEADER =
      "at,service,actor,action,object,outcome,status,remote_address,count,id\r\n";

  private static final String FORMULA = "=+-@\t\r";

  private AuditTable() {}

  /** A line. Callers choose some of the texts: none is left that a spreadsheet would calculate. */
  static String line(AuditRecorded event) {
    return List.of(
                event.at(),
                event.service(),
                event.actor(),
                event.action(),
                event.object(),
                event.outcome(),
                event.status(),
                event.remoteAddress(),
                event.count(),
                event.id())
            .stream()
            .map(Object::toString)
            .map(AuditTable::cell)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String harmless = formula ? "'" + text : text;
    boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
  }
}
