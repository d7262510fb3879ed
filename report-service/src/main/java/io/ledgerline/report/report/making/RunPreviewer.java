package io.ledgerline.report.report.making;

import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.report.rating.Outcome;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.RatingPeriod;
import io.ledgerline.report.rating.RatingTotals;
import io.ledgerline.report.rating.UsageCut;
import io.ledgerline.report.rating.making.PeriodRater;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.rating.store.RollupUsage;
import io.ledgerline.report.report.store.PreviewStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a run would be about, from the rollups: quickly, and without making it. Blocking: for
 * virtual threads.
 */
@ApplicationScoped
public class RunPreviewer {
  private final RatingBookStore books;
  private final PeriodRater rater;
  private final PreviewStore usage;
  private final RollupUsage rollups;

  RunPreviewer(RatingBookStore books, PeriodRater rater, PreviewStore usage, RollupUsage rollups) {
    this.books = books;
    this.rater = rater;
    this.usage = usage;
    this.rollups = rollups;
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

  /** Adds up and rates the whole quarter hours around a period, as far as somebody sees. */
  public Preview preview(Sight sight, Period period) {
    TenantId tenant = sight.tenant();
    Period covering = period.coveringQuarterHours();
    Instant knownAt = books.mark(tenant);
    RatingBooks known = books.at(tenant, knownAt);
    RatingTotals rated = new RatingTotals();
    ModelTally part = new ModelTally();
    Consumer<Outcome> sink =
        outcome -> {
          rated.accept(outcome);
          part.add(outcome.usage());
        };
    Instant keptFrom =
        rater.rate(
            sight,
            new RatingPeriod(covering.from(), covering.to()),
            () -> List.of(new PeriodRater.Way(known, sight.isCut() ? sink : rated)));
    if (!sight.isCut()) {
      return new Preview(covering, knownAt, usage.byModel(tenant, covering), rated, keptFrom);
    }
    UsageCut cut = new UsageCut(sight.scope(), known.attribution());
    rollups.countEvents(
        tenant,
        covering.from(),
        covering.to(),
        (quarter, dimensions, events) -> {
          if (cut.covers(dimensions, quarter)) {
            part.count(dimensions.model(), events);
          }
        });
    return new Preview(covering, knownAt, part.models(), rated, keptFrom);
  }
}
