package io.ledgerline.report.reconciliation.hourly;

import io.ledgerline.report.reconciliation.HourLine;
import io.ledgerline.report.reconciliation.LineFinding;
import java.util.List;

/** Tells why a line does not agree. */
@FunctionalInterface
public interface LineFindings {
  /** The findings; empty for lines that agree. Blocks. */
  List<LineFinding> of(HourLine line);
}
