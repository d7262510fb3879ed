package io.ledgerline.platform.page;

import io.ledgerline.platform.problem.InvalidRequest;

/**
 * How many items a page holds. As a query parameter:
 * {@code @QueryParam("limit") @DefaultValue("100") Limit limit}.
 *
 * @param value 1 to 1000
 */
public record Limit(int value) {
  /** Items of a page when the caller does not say. */
  public static final Limit DEFAULT = new Limit(100);

  private static final int MAX = 1000;

  public Limit {
    if (value < 1 || value > MAX) {
      throw outOfRange();
    }
  }

  /** Returns how many rows to read: one more than the page, see {@link Page#of}. */
  public int plusOne() {
    return value + 1;
  }

  /** Reads a query parameter; fails with 400 and the field {@code limit}. */
  public static Limit fromString(String text) {
    if (!text.matches("[0-9]{1,4}")) {
      throw outOfRange();
    }
    return new Limit(Integer.parseInt(text));
  }

  private static InvalidRequest outOfRange() {
    return InvalidRequest.field("limit", "range", "limit must be a whole number from 1 to " + MAX);
  }
}
