package io.ledgerline.report.book.rest;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.book.store.BookQuery;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The query parameters that every list of entries has; each may be left out. */
public class EntryFilter {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  @QueryParam("knownAt")
  @Parameter(description = "Only what was known then", example = "2026-02-01T00:00:00Z")
  String knownAt;

  @QueryParam("validAt")
  @Parameter(description = "Only what is valid then", example = "2026-01-31T00:00:00Z")
  String validAt;

  @QueryParam("current")
  @Parameter(
      description =
          "'true' for only what counts: at 'validAt', or at any time at all, nothing learnt later"
              + " has replaced it, and it is no withdrawal")
  String current;

  @QueryParam("limit")
  @DefaultValue("100")
  Limit limit;

  @QueryParam("cursor")
  Cursor cursor;

  /** How many a page has. */
  Limit limit() {
    return limit;
  }

  /** Where the page before ended; null for the first. */
  Cursor cursor() {
    return cursor;
  }

  /** What is asked for, with what key and value must hold; 400 when a parameter breaks a rule. */
  public BookQuery query(Map<String, Object> key, Map<String, Object> value) {
    return new BookQuery(
        instant("knownAt", knownAt), instant("validAt", validAt), isTrue(current), key, value);
  }

  static Instant instant(String name, String text) {
    try {
      Instant time = text == null ? null : OffsetDateTime.parse(text).toInstant();
      if (time != null && (time.isBefore(FIRST) || time.isAfter(LAST))) {
        throw fault(name);
      }
      return time;
    } catch (DateTimeParseException e) {
      throw fault(name);
    }
  }

  private static InvalidRequest fault(String name) {
    return InvalidRequest.field(
        name, "not-a-time", "'" + name + "' is a time as RFC 3339 writes it, with its zone.");
  }

  private static boolean isTrue(String text) {
    if (text == null || text.equals("false") || text.equals("true")) {
      return "true".equals(text);
    }
    throw InvalidRequest.field("current", "not-a-boolean", "'current' is 'true' or 'false'.");
  }
}
