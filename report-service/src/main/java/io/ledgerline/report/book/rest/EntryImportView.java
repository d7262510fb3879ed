package io.ledgerline.report.book.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.book.Changes;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.csv.DraftTable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param rows rows of the table
 * @param added entries the book did not have
 * @param changed entries the book had otherwise; the old ones stay
 * @param withdrawn entries that the book no longer says
 * @param unchanged entries the book had just so
 * @param changes the first 1,000 of those that are not unchanged
 */
public record EntryImportView(
    boolean dryRun,
    int rows,
    long added,
    long changed,
    long withdrawn,
    long unchanged,
    List<Row> changes) {
  private static final int MOST_CHANGES = 1000;

  /**
   * One entry that is new or different.
   *
   * @param row the table's row, from 1
   * @param change {@code added}, {@code changed} or {@code withdrawn}
   * @param match the key
   * @param before what the book said, at the first moment at which it said anything; absent when it
   *     said nothing
   * @param after what it says now; absent for a withdrawal
   * @param validFrom inclusive
   * @param validTo exclusive; absent for open
   * @param replaces the entry that said {@code before}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      int row,
      String change,
      Object match,
      Object before,
      Object after,
      Instant validFrom,
      Instant validTo,
      UUID replaces) {}

  /**
   * Of the changes of a table.
   *
   * @param key how a key is shown
   * @param value how a value is shown
   */
  static <K, V> EntryImportView of(
      boolean dryRun,
      DraftTable<K, V> table,
      Changes<K, V> changes,
      Function<K, Object> key,
      Function<V, Object> value) {
    BiFunction<Change<K, V>, V, Object> shown = (change, v) -> v == null ? null : value.apply(v);
    return new EntryImportView(
        dryRun,
        table.rows(),
        changes.count(Change.Kind.ADDED),
        changes.count(Change.Kind.CHANGED),
        changes.count(Change.Kind.WITHDRAWN),
        changes.count(Change.Kind.UNCHANGED),
        changes.fresh().stream()
            .limit(MOST_CHANGES)
            .map(
                change -> {
                  Entry<K, V> before = change.before();
                  return new Row(
                      table.rowOf().get(change.index()),
                      change.kind().name().toLowerCase(Locale.ROOT),
                      key.apply(change.draft().key()),
                      before == null ? null : shown.apply(change, before.value()),
                      shown.apply(change, change.draft().value()),
                      change.draft().validity().from(),
                      change.draft().validity().to(),
                      before == null ? null : before.id());
                })
            .toList());
  }
}
