package io.ledgerline.report.directory.change;

import java.util.Objects;

/** A name that has to be one's own is another's. */
public final class NameTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /** Of a field, such as {@code userName}. */
  public NameTakenException(String field, String detail) {
    super(detail);
    this.field = Objects.requireNonNull(field);
  }

  /** Which field. */
  public String field() {
    return field;
  }
}
