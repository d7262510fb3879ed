package io.ledgerline.report.reconciliation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.report.reconciliation.HourLine;
import io.ledgerline.report.reconciliation.LineFinding;
import io.ledgerline.report.reconciliation.LineState;
import io.ledgerline.report.reconciliation.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * One hour, source account and meter; sums are decimal texts.
 *
 * @param hour start of the hour (UTC)
 * @param sourceAccount where usage came from
 * @param meter what is summed; absent where events are counted
 * @param accepted as it was answered recorded
 * @param inLedger counted from the ledger's rows
 * @param published of those, what is on the topic
 * @param rolledUp of the rollups
 * @param reported what the latest run that covers the hour has read; absent when none does
 * @param later what was accepted after that run's watermark; absent when nothing was
 * @param agrees whether all stages say the same
 * @param state AGREES, PENDING or DIFFERS
 * @param differing the stages that do not say what was accepted
 * @param findings why, with the events concerned; for the first 100 lines of a page that do not
 *     agree
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HourLineView(
    Instant hour,
    String sourceAccount,
    String meter,
    String accepted,
    String inLedger,
    String published,
    String rolledUp,
    String reported,
    String later,
    boolean agrees,
    LineState state,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stage> differing,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LineFinding> findings) {
  static HourLineView of(HourLine line, List<LineFinding> findings) {
    return new HourLineView(
        line.hour(),
        line.key().sourceAccount(),
        line.key().isEvents() ? null : line.key().meter(),
        text(line.sums().accepted()),
        text(line.sums().inLedger()),
        text(line.sums().published()),
        text(line.sums().rolledUp()),
        text(line.sums().reported()),
        line.later().signum() == 0 ? null : text(line.later()),
        line.state() == LineState.AGREES,
        line.state(),
        line.differing(),
        findings);
  }

  static Cursor cursorOf(HourLine line) {
    return Cursor.of(line.hour(), line.key().sourceAccount(), line.key().meter());
  }

  private static String text(BigDecimal sum) {
    return sum == null ? null : sum.toPlainString();
  }
}
