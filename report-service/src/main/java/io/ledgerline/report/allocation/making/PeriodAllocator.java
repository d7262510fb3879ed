package io.ledgerline.report.allocation.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.report.allocation.AgreedMarkups;
import io.ledgerline.report.allocation.Allocation;
import io.ledgerline.report.allocation.AllocationBook;
import io.ledgerline.report.allocation.Consumptions;
import io.ledgerline.report.allocation.Invoice;
import io.ledgerline.report.allocation.PeriodAllocation;
import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.allocation.store.AllocationRuleKind;
import io.ledgerline.report.allocation.store.ProviderCostKind;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.RatingPeriod;
import io.ledgerline.report.rating.making.PeriodRater;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.store.Awaiting;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rates the usage of a period and spreads its pools, all by the books as known at one instant.
 * Changes nothing. Blocking: for virtual threads.
 */
@ApplicationScoped
public class PeriodAllocator {
  private static final Comparator<Invoice> ORDER =
      Comparator.comparing(Invoice::month)
          .thenComparing(Invoice::provider)
          .thenComparing(invoice -> invoice.total().currency().getCurrencyCode());

  private final BookStore books;
  private final RatingBookStore ratingBooks;
  private final PeriodRater rater;

  PeriodAllocator(BookStore books, RatingBookStore ratingBooks, PeriodRater rater) {
    this.books = books;
    this.ratingBooks = ratingBooks;
    this.rater = rater;
  }

  /**
   * What became of the pools.
   *
   * @param allocation the outcome
   * @param knownAt the instant whose knowledge all books are of
   * @param usageKeptFrom since when usage is kept, when some of what matters is from before
   */
  public record Made(Allocation allocation, Instant knownAt, Instant usageKeptFrom) {}

  /**
   * Spreads.
   *
   * @param wish the instant whose knowledge counts; null for now
   */
  public Made allocate(TenantId tenant, RatingPeriod period, Instant wish) {
    Instant knownAt = Awaiting.outcome(books.mark(tenant, wish));
    RatingBooks ratedBy = ratingBooks.at(tenant, knownAt);
    PeriodAllocation allocation =
        new PeriodAllocation(
            new AllocationBook(
                Awaiting.outcome(books.register(tenant, AllocationRuleKind.KIND, knownAt))),
            invoices(tenant, knownAt),
            new AgreedMarkups(ratedBy.terms()),
            period.from(),
            period.to());
    PeriodRater.Way way =
        new PeriodRater.Way(
            ratedBy,
            outcome ->
                allocation.add(
                    outcome.usage().time(), Consumptions.of(outcome, ratedBy.attribution())));
    Instant keptFrom = rater.rate(Sight.ofAll(tenant), period, () -> List.of(way));
    return new Made(allocation.finish(), knownAt, keptFrom);
  }

  private List<Invoice> invoices(TenantId tenant, Instant knownAt) {
    Register<ProviderMonth, ProviderCost> costs =
        Awaiting.outcome(books.register(tenant, ProviderCostKind.KIND, knownAt));
    return costs.keys().stream()
        .map(month -> costs.at(month, month.validity().from()))
        .flatMap(Optional::stream)
        .map(ProviderCost::invoice)
        .sorted(ORDER)
        .toList();
  }
}
