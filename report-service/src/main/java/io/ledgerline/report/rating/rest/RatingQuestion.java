package io.ledgerline.report.rating.rest;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.rating.FoldKey;
import io.ledgerline.report.rating.RatingPeriod;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What lines of a rating are asked for. */
public final class RatingQuestion {
  @QueryParam("from")
  @Parameter(description = "A UTC quarter hour", example = "2026-01-01T00:00:00Z")
  String from;

  @QueryParam("to")
  @Parameter(
      description = "A UTC quarter hour, exclusive, at most 400 days later",
      example = "2026-02-01T00:00:00Z")
  String to;

  @QueryParam("knownAt")
  @Parameter(description = "By the books as known then; as known now when absent")
  String knownAt;

  @QueryParam("costCentre")
  @Parameter(description = "Only what this cost centre pays")
  String costCentre;

  @QueryParam("model")
  @Parameter(description = "Only usage of this model, as the source says it")
  String model;

  @QueryParam("limit")
  @DefaultValue("100")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  RatingPeriod period() {
    return new RatingPeriod(instant(from, "from"), instant(to, "to"));
  }

  /** The instant whose knowledge is asked for; that of the pages before; null for now. */
  Instant knownAt() {
    return cursor == null ? instant(knownAt, "knownAt") : RatingCursor.knownAt(cursor);
  }

  /** Which lines are asked for and not on an earlier page. */
  Predicate<FoldKey> lines() {
    FoldKey.Place after = cursor == null ? null : RatingCursor.place(cursor);
    return key ->
        wants(key.basis().payer().costCentre(), key.dimensions().model())
            && (after == null || key.place().compareTo(after) > 0);
  }

  boolean wants(String ofCostCentre, String ofModel) {
    return (costCentre == null || costCentre.equals(ofCostCentre))
        && (model == null || Objects.equals(model, ofModel));
  }

  private static Instant instant(String text, String field) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          field, "not-an-instant", "'" + field + "' is a time such as 2026-01-31T00:00:00Z.");
    }
  }
}
