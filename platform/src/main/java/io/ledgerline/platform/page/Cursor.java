package io.ledgerline.platform.page;

import io.ledgerline.platform.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * Where a page ended: the sort key of its last row, opaque to callers. As a query parameter:
 * {@code @QueryParam("cursor") Cursor cursor}, null for the first page.
 *
 * @param parts the sort key, one text a column; none may hold the unit separator (U+001F)
 */
public record Cursor(List<String> parts) {
  private static final String SEPARATOR = "\u001F";
  private static final int MAX_LENGTH = 4096;

  public Cursor {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || parts.stream().anyMatch(p -> p.contains(SEPARATOR))) {
      throw new IllegalArgumentException("a cursor needs parts without U+001F");
    }
  }

  /** Makes a cursor of a sort key; the parts are written with {@code toString}. */
  public static Cursor of(Object... parts) {
    return new Cursor(Arrays.stream(parts).map(Object::toString).toList());
  }

  /** Returns the opaque text for the caller. */
  public String encode() {
    byte[] bytes = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Reads a query parameter; fails with 400 and the field {@code cursor}. */
  public static Cursor fromString(String text) {
    if (text.isEmpty() || text.length() > MAX_LENGTH) {
      throw broken();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return new Cursor(List.of(new String(bytes, StandardCharsets.UTF_8).split(SEPARATOR, -1)));
    } catch (IllegalArgumentException e) {
      throw broken();
    }
  }

  /** Returns a part as text; 400 when the cursor was made for another list. */
  public String text(int index) {
    if (index >= parts.size()) {
      throw broken();
    }
    return parts.get(index);
  }

  /** Returns a part as a number; 400 when it is none. */
  public long number(int index) {
    return read(index, Long::parseLong);
  }

  /** Returns a part as an instant; 400 when it is none. */
  public Instant instant(int index) {
    return read(index, Instant::parse);
  }

  private <T> T read(int index, Function<String, T> reader) {
    try {
      return reader.apply(text(index));
    } catch (NumberFormatException | DateTimeParseException e) {
      throw broken();
    }
  }

  private static InvalidRequest broken() {
    return InvalidRequest.field(
        "cursor", "unknown", "cursor must be the nextCursor of an earlier page of the same list");
  }
}
