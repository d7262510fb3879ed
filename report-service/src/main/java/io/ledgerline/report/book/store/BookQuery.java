package io.ledgerline.report.book.store;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.JsonColumns;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Map;

/**
 * Which entries of a kind are listed.
 *
 * @param knownAt only what was known then; null for all
 * @param validAt only what is valid then; null for any time
 * @param current only what counts: at {@code validAt}, or at any time at all, what was learnt later
 *     has not replaced, and is no withdrawal
 * @param key what the key's JSON must hold, nested maps for nested objects; null or empty for any
 * @param value what the value's JSON must hold; null or empty for any
 * @param cut which of them are seen; null for all
 */
public record BookQuery(
    Instant knownAt,
    Instant validAt,
    boolean current,
    Map<String, Object> key,
    Map<String, Object> value,
    EntryCut cut) {
  /** Whoever sees them. */
  public BookQuery(
      Instant knownAt,
      Instant validAt,
      boolean current,
      Map<String, Object> key,
      Map<String, Object> value) {
    this(knownAt, validAt, current, key, value, null);
  }

  /** The same of what is seen; null for all. */
  public BookQuery within(EntryCut seen) {
    return new BookQuery(knownAt, validAt, current, key, value, seen);
  }

  /** Everything. */
  public static final BookQuery ALL = new BookQuery(null, null, false, Map.of(), Map.of());

  /** Learnt later than {@code e} of the same key, and known when it is asked for. */
  private static final String LATER =
      "SELECT FROM book_entry l WHERE l.tenant = e.tenant AND l.kind = e.kind"
          + " AND l.match_key = e.match_key AND l.known_since > e.known_since";

  private static final String VALID = "(%1$s.valid_to IS NULL OR %1$s.valid_to > %2$s)";

  /**
   * Checks that it asks for text: no entry holds anything else, and the database knows no U+0000.
   */
  public BookQuery {
    requireText(key);
    requireText(value);
  }

  private static void requireText(Map<?, ?> part) {
    if (part == null) {
      return;
    }
    part.forEach(
        (name, wanted) -> {
          if (wanted instanceof Map<?, ?> nested) {
            requireText(nested);
          } else if (wanted instanceof String text
              && text.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidValueException(
                String.valueOf(name),
                "control-character",
                "'" + name + "' has a character that is not text.");
          }
        });
  }

  /** The conditions that it adds to {@code WHERE}, with {@code values} getting their values. */
  String conditions(Tuple values) {
    StringBuilder sql = new StringBuilder();
    String known = "";
    if (knownAt != null) {
      values.addOffsetDateTime(Columns.utc(knownAt));
      known = " AND %s.known_since <= $" + values.size();
      sql.append(known.formatted("e"));
    }
    if (validAt != null) {
      values.addOffsetDateTime(Columns.utc(validAt));
      sql.append(" AND ").append(validAt("e", "$" + values.size()));
    }
    if (current) {
      String later = LATER + (known.isEmpty() ? "" : known.formatted("l"));
      sql.append(" AND e.value IS NOT NULL AND ");
      sql.append(validAt == null ? countsEver(later) : countsAt(later, "$" + values.size()));
    }
    holds(sql, values, "key", key);
    holds(sql, values, "value", value);
    if (cut != null) {
      sql.append(" AND ").append(cut.condition(values));
    }
    return sql.toString();
  }

  private static void holds(
      StringBuilder sql, Tuple values, String column, Map<String, Object> part) {
    if (part != null && !part.isEmpty()) {
      values.addString(JsonColumns.write(part));
      sql.append(" AND e.%s @> $%d::text::jsonb".formatted(column, values.size()));
    }
  }

  private static String validAt(String row, String time) {
    return "(%s.valid_from <= %s AND %s)".formatted(row, time, VALID.formatted(row, time));
  }

  private static String countsAt(String later, String time) {
    return "NOT EXISTS (" + later + " AND " + validAt("l", time) + ")";
  }

  /** It counts ever if it counts at its start, or where something learnt later ends. */
  private static String countsEver(String later) {
    String ends =
        later.replaceFirst("SELECT FROM", "SELECT l.valid_to FROM")
            + " AND l.valid_to > e.valid_from AND "
            + VALID.formatted("e", "l.valid_to");
    return "EXISTS (SELECT FROM (SELECT e.valid_from UNION ALL "
        + ends
        + ") AS moment (t) WHERE "
        + countsAt(later, "moment.t")
        + ")";
  }
}
