package io.ledgerline.platform.messaging;

/** A message with more bytes than a record may have; the sender must split it. */
public final class MessageTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MessageTooLargeException(Class<?> type, int bytes) {
    super(
        "a %s of %d bytes is above the %d of a record"
            .formatted(type.getSimpleName(), bytes, MessageCodec.MAX_BYTES));
  }
}
