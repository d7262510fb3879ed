package io.ledgerline.platform.messaging;

/** A record that is not the message it should be. Reading it again will not help. */
public final class UnreadableMessageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What was expected, what is wrong with it in one line, and the cause, which may be null. */
  public UnreadableMessageException(Class<?> type, String why, Throwable cause) {
    super("not a %s: %s".formatted(type.getSimpleName(), why), cause);
  }
}
