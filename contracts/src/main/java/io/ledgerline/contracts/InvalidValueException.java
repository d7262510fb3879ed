package io.ledgerline.contracts;

import java.util.Objects;

/**
 * A value that breaks the rules of its type. Edges turn it into a problem or a per-event rejection;
 * nothing is ever stored from a value that threw it.
 */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String code;

  /**
   * Creates the exception.
   *
   * @param field JSON path of the offending field as the caller would write it, such as {@code
   *     quantities.input_tokens}
   * @param code stable kebab-case code, such as {@code quantity-out-of-range}
   * @param detail what is wrong and how to put it right, for a person; never contains secrets
   */
  public InvalidValueException(String field, String code, String detail) {
    super(detail);
    this.field = Objects.requireNonNull(field);
    this.code = Objects.requireNonNull(code);
  }

  /** JSON path of the offending field; never null. */
  public String field() {
    return field;
  }

  /** Stable kebab-case code; never null. */
  public String code() {
    return code;
  }

  /** What is wrong and how to put it right; never null. */
  public String detail() {
    return getMessage();
  }

  /**
   * The same fault, seen from an enclosing field: {@code from} and {@code period} become {@code
   * period.from}.
   */
  public InvalidValueException within(String parent) {
    return new InvalidValueException(parent + "." + field, code, getMessage());
  }
}
