package io.ledgerline.report.rollup.rebuild.rest;

import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.rollup.rebuild.RebuildWish;
import java.time.Instant;
import java.time.YearMonth;

/**
 * What to rebuild, as a caller says it.
 *
 * @param from inclusive start
 * @param to exclusive end; what lies between is widened to whole months of UTC
 * @param reason why, 1 to 256 characters
 * @param removeUnknown whether applied batches that the ledger does not have are taken out; absent
 *     means no, then their presence fails the job
 */
public record RebuildBody(Instant from, Instant to, String reason, Boolean removeUnknown) {
  /** What the ledger answers for. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /**
   * The wish.
   *
   * @param keptFrom the first month whose rollups are not dropped; null for all
   */
  RebuildWish wish(YearMonth keptFrom) {
    requireTime("from", from);
    requireTime("to", to);
    if (!from.isBefore(to)) {
      throw InvalidRequest.field("to", "order", "'to' must be after 'from'.");
    }
    RebuildWish wish =
        new RebuildWish(
            from,
            to,
            Texts.required("reason", reason, Texts.MAX_NAME),
            Boolean.TRUE.equals(removeUnknown));
    if (wish.months() > RebuildWish.MAX_MONTHS) {
      throw InvalidRequest.field(
          "to", "too-long", "A rebuild spans at most " + RebuildWish.MAX_MONTHS + " months.");
    }
    if (keptFrom != null && wish.firstMonth().isBefore(keptFrom)) {
      throw InvalidRequest.field(
          "from", "dropped", "Rollups of months before " + keptFrom + " are dropped for good.");
    }
    return wish;
  }

  private static void requireTime(String field, Instant time) {
    if (time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw InvalidRequest.field(
          field,
          "missing",
          "'" + field + "' is an instant from 2000 to 2199, such as 2024-05-01T00:00:00Z.");
    }
  }
}
