package io.ledgerline.report.rating.rest;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.pricing.UnratedReason;
import io.ledgerline.report.rating.FoldKey;
import io.ledgerline.report.rating.RatingTotals.UnratedKey;
import java.time.Instant;
import java.util.UUID;

/** Where a page of a rating ended, and by which books: the next page goes by the same. */
final class RatingCursor {
  private static final String ABSENT = "-";
  private static final String PRESENT = "=";

  private RatingCursor() {}

  static Cursor of(Instant knownAt, FoldKey.Place place) {
    return Cursor.of(
        knownAt, place.costCentre(), optional(place.model()), place.meter(), place.digest());
  }

  static Cursor of(Instant knownAt, UnratedKey key) {
    return Cursor.of(
        knownAt,
        key.costCentre(),
        optional(key.model()),
        key.meter(),
        key.reason().name(),
        optional(key.provider()),
        key.priceClass());
  }

  static Instant knownAt(Cursor cursor) {
    return cursor.instant(0);
  }

  static FoldKey.Place place(Cursor cursor) {
    try {
      return new FoldKey.Place(
          cursor.text(1), optional(cursor, 2), cursor.text(3), UUID.fromString(cursor.text(4)));
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  static UnratedKey unrated(Cursor cursor) {
    try {
      return new UnratedKey(
          UnratedReason.valueOf(cursor.text(4)),
          cursor.text(1),
          optional(cursor, 5),
          optional(cursor, 2),
          cursor.text(6),
          new MeterName(cursor.text(3)));
    } catch (IllegalArgumentException e) {
      throw foreign();
    }
  }

  private static String optional(String text) {
    return text == null ? ABSENT : PRESENT + text;
  }

  private static String optional(Cursor cursor, int part) {
    String text = cursor.text(part);
    return text.startsWith(PRESENT) ? text.substring(1) : null;
  }

  private static InvalidRequest foreign() {
    return InvalidRequest.field(
        "cursor", "unknown", "cursor must be the nextCursor of an earlier page of the same list");
  }
}
