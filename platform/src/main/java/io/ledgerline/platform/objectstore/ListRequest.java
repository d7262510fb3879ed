package io.ledgerline.platform.objectstore;

import java.util.Objects;

/**
 * What to list.
 *
 * @param bucket name of the bucket
 * @param prefix what keys begin with; empty for all
 * @param startAfter list keys behind this one; null for all; ignored with a continuation
 * @param continuation from the page before; null for the first
 * @param limit most objects of the page, 1 to 1000
 */
public record ListRequest(
    String bucket, String prefix, String startAfter, String continuation, int limit) {
  private static final int MAX = 1000;

  public ListRequest {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(prefix, "prefix");
    if (limit < 1 || limit > MAX) {
      throw new IllegalArgumentException("limit is 1 to " + MAX);
    }
  }

  /** The first page of the keys with a prefix. */
  public static ListRequest of(String bucket, String prefix) {
    return new ListRequest(bucket, prefix, null, null, MAX);
  }

  /** The page behind one that has a continuation. */
  public ListRequest next(ObjectPage page) {
    return new ListRequest(bucket, prefix, null, page.continuation(), limit);
  }
}
