package io.ledgerline.contracts;

/** Checks that every text from outside passes: bounded, not blank, free of control characters. */
public final class Texts {
  /** Longest name, model, region or similar, in UTF-16 units. */
  public static final int MAX_NAME = 256;

  /** Longest principal (an ARN may be long), in UTF-16 units. */
  public static final int MAX_PRINCIPAL = 2048;

  private static final char DELETE = 0x7f;

  private Texts() {}

  /**
   * A text that must be there.
   *
   * @return {@code value}, unchanged
   * @throws InvalidValueException {@code missing} when null or blank, {@code text-too-long} or
   *     {@code control-character}
   */
  public static String required(String field, String value, int max) {
    if (value == null || value.isBlank()) {
      throw new InvalidValueException(
          field, "missing", "'" + field + "' is required and must not be blank.");
    }
    return checked(field, value, max);
  }

  /**
   * A text that may be absent.
   *
   * @return {@code value}, or null when it was null or empty
   * @throws InvalidValueException {@code text-too-long} or {@code control-character}
   */
  public static String optional(String field, String value, int max) {
    return value == null || value.isEmpty() ? null : checked(field, value, max);
  }

  private static String checked(String field, String value, int max) {
    if (value.length() > max) {
      throw new InvalidValueException(
          field,
          "text-too-long",
          "'" + field + "' has " + value.length() + " characters; at most " + max + " are kept.");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // Most texts are ASCII and are through with the first two comparisons.
      if (c < ' ' || c >= DELETE && (Character.isISOControl(c) || loneSurrogate(value, i))) {
        throw new InvalidValueException(
            field,
            "control-character",
            "'" + field + "' has a character at position " + i + " that is not text.");
      }
    }
    return value;
  }

  private static boolean loneSurrogate(String value, int i) {
    char c = value.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
  }
}
