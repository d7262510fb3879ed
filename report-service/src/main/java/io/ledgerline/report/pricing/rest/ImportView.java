package io.ledgerline.report.pricing.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.book.Changes;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.PriceList;
import java.util.List;

/**
 * What an import did, or would do. All counts are of the whole list; {@code changes} and the
 * account's {@code leftOut} are shown in part, from {@code offset} on.
 *
 * @param dryRun whether nothing was changed
 * @param rows rows of the list, or its models
 * @param prices prices they state
 * @param added prices the book did not have
 * @param changed prices the book had at another rate; the old rows stay
 * @param withdrawn prices the book had and now has not
 * @param unchanged prices the book had just so
 * @param offset how many changes were passed over
 * @param changes what is not unchanged, in the order of the list
 * @param account what became of every cost field; absent for lists whose every row is a price
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
    boolean dryRun,
    int rows,
    int prices,
    long added,
    long changed,
    long withdrawn,
    long unchanged,
    int offset,
    List<PriceChangeView> changes,
    AccountView account) {
  static ImportView of(
      boolean dryRun, PriceList list, Changes<PriceMatch, Tariff> changes, Part part) {
    return new ImportView(
        dryRun,
        list.rows(),
        list.entries().size(),
        changes.count(Change.Kind.ADDED),
        changes.count(Change.Kind.CHANGED),
        changes.count(Change.Kind.WITHDRAWN),
        changes.count(Change.Kind.UNCHANGED),
        part.offset(),
        part.of(changes.fresh()).stream().map(PriceChangeView::of).toList(),
        list.account().map(account -> AccountView.of(account, part)).orElse(null));
  }

  /**
   * Which part of a list is shown.
   *
   * @param offset how many are passed over
   * @param limit how many are shown at most
   */
  record Part(int offset, int limit) {
    <T> List<T> of(List<T> all) {
      int from = Math.min(offset, all.size());
      return all.subList(from, Math.min(all.size(), from + limit));
    }
  }
}
