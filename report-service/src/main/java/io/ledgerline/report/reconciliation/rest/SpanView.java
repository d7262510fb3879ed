package io.ledgerline.report.reconciliation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.reconciliation.SpanTotals;
import io.ledgerline.report.reconciliation.hourly.Span;
import io.ledgerline.report.reconciliation.hourly.SpanOutcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * A reconciliation: the outcome of the whole span, and a page of its lines.
 *
 * @param from inclusive
 * @param to exclusive
 * @param comparedFrom where rollups begin, if retention has dropped those before; else absent
 * @param archivedMonths months whose rows were archived and dropped: of them the ledger says what
 *     was accepted and no more, and reports that read events find none; absent when there are none
 * @param watermark the ledger up to here
 * @param chainHead the ledger's chain at that watermark
 * @param verdict RECONCILED, PENDING or UNRECONCILED
 * @param lines how many were compared, and how they stand
 * @param totals sums by meter; the first counts events
 * @param items lines of the page
 * @param nextCursor what to send as {@code cursor} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SpanView(
    Instant from,
    Instant to,
    Instant comparedFrom,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> archivedMonths,
    long watermark,
    String chainHead,
    SpanTotals.Verdict verdict,
    Lines lines,
    List<StagesView> totals,
    List<HourLineView> items,
    String nextCursor) {
  /**
   * How the lines of the span stand.
   *
   * @param compared all
   * @param agreeing of them
   * @param pending of them
   * @param differing of them
   */
  public record Lines(long compared, long agreeing, long pending, long differing) {}

  /**
   * Sums of one meter by stage, as decimal texts.
   *
   * @param meter absent where events are counted
   * @param accepted as it was answered recorded
   * @param inLedger counted from the ledger's rows
   * @param published of those, what is on the topic
   * @param rolledUp of the rollups
   * @param reported what runs have read
   * @param later accepted after the runs that cover its hour
   * @param unreported accepted in hours that no run covers
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StagesView(
      String meter,
      String accepted,
      String inLedger,
      String published,
      String rolledUp,
      String reported,
      String later,
      String unreported) {
    static StagesView of(String meter, SpanTotals.Stages sums) {
      return new StagesView(
          meter.isEmpty() ? null : meter,
          sums.accepted().toPlainString(),
          sums.inLedger().toPlainString(),
          sums.published().toPlainString(),
          sums.rolledUp().toPlainString(),
          sums.reported().toPlainString(),
          sums.later().toPlainString(),
          sums.unreported().toPlainString());
    }
  }

  static SpanView of(Span span, SpanOutcome outcome, List<HourLineView> items, String nextCursor) {
    SpanTotals totals = outcome.totals();
    List<StagesView> sums = new ArrayList<>();
    totals.byMeter().forEach((meter, stages) -> sums.add(StagesView.of(meter, stages)));
    return new SpanView(
        span.from(),
        span.to(),
        outcome.comparedFrom().equals(span.from()) ? null : outcome.comparedFrom(),
        outcome.archivedMonths().stream().map(YearMonth::toString).toList(),
        outcome.watermark().watermark(),
        outcome.watermark().chainHead(),
        totals.verdict(),
        new Lines(totals.lines(), totals.agreeing(), totals.pending(), totals.differing()),
        sums,
        items,
        nextCursor);
  }
}
