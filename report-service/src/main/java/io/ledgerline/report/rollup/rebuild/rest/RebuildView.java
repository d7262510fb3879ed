package io.ledgerline.report.rollup.rebuild.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.rollup.rebuild.MonthFinding;
import io.ledgerline.report.rollup.rebuild.Rebuild;
import io.ledgerline.report.rollup.rebuild.RebuildFailure;
import io.ledgerline.report.rollup.rebuild.RebuildProgress;
import io.ledgerline.report.rollup.rebuild.RebuildState;
import io.ledgerline.report.rollup.rebuild.RebuildWish;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A rebuild as callers see it.
 *
 * @param id its identity
 * @param state where it stands
 * @param from start of the first month that is rebuilt
 * @param to end of the last one, exclusive
 * @param widened whether that is more than was asked for
 * @param reason why
 * @param createdAt when it was asked for
 * @param createdBy the public part of the asker's key
 * @param startedAt null before it is begun
 * @param completedAt null while it is not done
 * @param attempts how often it was begun
 * @param progress null when it is not begun, or done
 * @param findings by month, of the caller's own tenant; empty in lists
 * @param failure why it failed or waits; null when neither
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RebuildView(
    UUID id,
    RebuildState state,
    Instant from,
    Instant to,
    boolean widened,
    String reason,
    Instant createdAt,
    String createdBy,
    Instant startedAt,
    Instant completedAt,
    int attempts,
    Progress progress,
    List<MonthFinding> findings,
    RebuildFailure failure) {
  /**
   * How far it is.
   *
   * @param month the month at work; the ones before it are done
   * @param batches how many of its batches are read
   */
  public record Progress(YearMonth month, long batches) {
    static Progress of(RebuildProgress progress) {
      return progress == null ? null : new Progress(progress.month(), progress.batches());
    }
  }

  static RebuildView of(Rebuild job, List<MonthFinding> findings) {
    RebuildWish wish = job.wish();
    return new RebuildView(
        job.id(),
        job.state(),
        RebuildWish.start(wish.firstMonth()),
        RebuildWish.start(wish.lastMonth().plusMonths(1)),
        wish.isWidened(),
        wish.reason(),
        job.origin().createdAt(),
        job.origin().createdBy(),
        job.startedAt(),
        job.completedAt(),
        job.attempts(),
        Progress.of(job.progress()),
        findings,
        job.failure());
  }
}
