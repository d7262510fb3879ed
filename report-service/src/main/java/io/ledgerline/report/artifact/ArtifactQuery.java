package io.ledgerline.report.artifact;

import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.page.Sort;
import io.ledgerline.platform.problem.InvalidRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which artifacts are asked for; a null stands for all.
 *
 * @param run of one run
 * @param kind of runs of this kind
 * @param format of this format
 * @param sha256 with this digest
 * @param createdFrom stored at this time or later
 * @param createdTo stored before this time
 * @param sort by one of {@link #SORTS}
 * @param limit most artifacts of the page
 * @param after where the page before ended; null for the first
 */
record ArtifactQuery(
    UUID run,
    String kind,
    ArtifactFormat format,
    String sha256,
    Instant createdFrom,
    Instant createdTo,
    Sort sort,
    Limit limit,
    Cursor after) {
  /** What artifacts can be sorted by. */
  static final List<String> SORTS = List.of("createdAt", "name", "size");

  private static final Map<String, String> COLUMNS =
      Map.of("createdAt", "created_at", "name", "name", "size", "size");
  private static final Map<String, String> TYPES =
      Map.of("createdAt", "timestamptz", "name", "text", "size", "bigint");

  ArtifactQuery {
    if (after != null) {
      check(after, sort);
    }
  }

  /** A cursor of another list, or of another order, is the caller's fault. */
  private static void check(Cursor after, Sort sort) {
    try {
      UUID.fromString(after.text(1));
      if (!after.text(2).equals(sort.text())) {
        throw foreign();
      }
      switch (sort.field()) {
        case "createdAt" -> Instant.parse(after.text(0));
        case "size" -> Long.parseLong(after.text(0));
        default -> {
          // Any text is a name.
        }
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw foreign();
    }
  }

  /** Where a page ends that ends with {@code found}. */
  Cursor cursorOf(ArtifactOfRun found) {
    Artifact artifact = found.artifact();
    Object at =
        switch (sort.field()) {
          case "name" -> artifact.name();
          case "size" -> artifact.size();
          default -> artifact.createdAt();
        };
    return Cursor.of(at, artifact.id(), sort.text());
  }

  /** Which column sorts. */
  String column() {
    return COLUMNS.get(sort.field());
  }

  /** What type it has. */
  String type() {
    return TYPES.get(sort.field());
  }

  String afterKey() {
    return after == null ? null : after.text(0);
  }

  UUID afterId() {
    return after == null ? null : UUID.fromString(after.text(1));
  }

  private static InvalidRequest foreign() {
    return InvalidRequest.field("cursor", "unknown", "'cursor' is of another list.");
  }
}
