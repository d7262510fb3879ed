package io.ledgerline.platform.page;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what is on the page, in the list's order
 * @param nextCursor what to send as {@code cursor} for the next page; null on the last
 * @param <T> what is listed
 */
@RegisterForReflection
public record Page<T>(List<T> items, String nextCursor) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Makes a page from rows read with {@code limit + 1}: the one too many tells that there is a next
   * page.
   *
   * @param cursorOf gives the cursor behind a row, called with the last row of the page
   */
  public static <T> Page<T> of(List<T> rows, Limit limit, Function<T, Cursor> cursorOf) {
    if (rows.size() <= limit.value()) {
      return new Page<>(rows, null);
    }
    List<T> items = rows.subList(0, limit.value());
    return new Page<>(items, cursorOf.apply(items.getLast()).encode());
  }

  /** Returns the page with each item turned into another shape. */
  public <R> Page<R> map(Function<T, R> shape) {
    return new Page<>(items.stream().map(shape).toList(), nextCursor);
  }
}
