package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.rating.RatingPeriod;
import io.ledgerline.report.rating.RatingTotals;
import io.ledgerline.report.rating.making.PeriodRater;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.report.store.PreviewStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * What a run would be about, from the rollups: quickly, and without making it. Blocking: for
 * virtual threads.
 */
@ApplicationScoped
public class RunPreviewer {
  private final RatingBookStore books;
  private final PeriodRater rater;
  private final PreviewStore usage;

  RunPreviewer(RatingBookStore books, PeriodRater rater, PreviewStore usage) {
    this.books = books;
    this.rater = rater;
    this.usage = usage;
  }

  /**
   * What was found.
   *
   * @param covering whole quarter hours around the period
   * @param knownAt the instant whose knowledge the books are of
   * @param usage by model
   * @param rated costs, and what has none
   * @param usageKeptFrom since when usage is kept, when some of what matters is from before
   */
  public record Preview(
      Period covering,
      Instant knownAt,
      List<PreviewStore.ModelUsage> usage,
      RatingTotals rated,
      Instant usageKeptFrom) {}

  /** Adds up and rates the whole quarter hours around a period. */
  public Preview preview(TenantId tenant, Period period) {
    Period covering = period.coveringQuarterHours();
    Instant knownAt = books.mark(tenant);
    RatingTotals rated = new RatingTotals();
    Instant keptFrom =
        rater.rate(
            tenant,
            new RatingPeriod(covering.from(), covering.to()),
            List.of(new PeriodRater.Way(books.at(tenant, knownAt), rated)));
    return new Preview(covering, knownAt, usage.byModel(tenant, covering), rated, keptFrom);
  }
}
