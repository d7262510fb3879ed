package io.ledgerline.report.report.explain;

import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.report.ReportKind;
import io.ledgerline.report.report.ReportRun;

/**
 * Which line of a run is meant.
 *
 * @param table of further tables the name; null for the report's first one
 * @param line counted from 1, without the header
 */
public record LineAddress(String table, long line) {
  /** Whether it is a line of the first table. */
  boolean isOfFirst() {
    return table == null;
  }

  /**
   * A table that the kind does not have, or whose lines it cannot explain, is the caller's fault.
   */
  void check(ReportKind kind) {
    if (!isOfFirst() && !kind.furtherTables().contains(table)) {
      throw InvalidRequest.field(
          "table",
          "unknown-table",
          kind.furtherTables().isEmpty()
              ? "The report '%s' has one table: leave 'table' out.".formatted(kind.name())
              : "'table' is one of %s, or left out for the report's first table."
                  .formatted(kind.furtherTables()));
    }
  }

  String missingIn(ReportRun run) {
    return isOfFirst()
        ? "The ledger no longer has what line %d of run %s was made of.".formatted(line, run.id())
        : "The table '%s' of run %s has no line %d, or the ledger no longer has what it was made of."
            .formatted(table, run.id(), line);
  }
}
