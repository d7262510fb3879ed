package io.ledgerline.report.report;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.LedgerDetail;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.report.sheet.SheetFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * What a report is made of.
 *
 * @param context which run it is for
 * @param period which usage
 * @param rating what its events are rated by, at the run's mark
 * @param detail the ledger's events of the period at the run's watermark
 * @param earlier the ledger's events that name a resource, from an earlier instant up to the
 *     period, at the same watermark
 * @param folder an empty folder for the files
 * @param formats in which the report is wanted; at least one, all of the kind's own
 * @param lines is told which events have a line, in the artifact's order
 * @param progress is told how many events were read, now and then
 */
public record ReportMaterial(
    RunContext context,
    Period period,
    EventRating rating,
    LedgerDetail detail,
    Function<Instant, LedgerDetail> earlier,
    Path folder,
    Set<SheetFormat> formats,
    LineIndex lines,
    LongConsumer progress) {
  /** The run's start, the same however often the run is begun. */
  public Instant startedAt() {
    return context.marks().startedAt();
  }
}
