package io.ledgerline.platform.page;

import io.ledgerline.platform.problem.InvalidRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Reads what a list is filtered by, so that every fault names its parameter. */
public final class Filters {
  private Filters() {}

  /** An instant; null stays null. Fails with 400 and the parameter's name. */
  public static Instant instant(String parameter, String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw InvalidRequest.field(
          parameter,
          "not-an-instant",
          "'" + parameter + "' is a time such as 2026-01-31T00:00:00Z.");
    }
  }

  /** A constant of {@code type}; null stays null. Fails with 400 and the parameter's name. */
  public static <E extends Enum<E>> E oneOf(String parameter, String text, Class<E> type) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    return text == null
        ? null
        : all.stream()
            .filter(constant -> constant.name().equals(text))
            .findFirst()
            .orElseThrow(
                () ->
                    InvalidRequest.field(
                        parameter,
                        "unknown-" + parameter,
                        "'" + parameter + "' is one of " + all + "."));
  }
}
