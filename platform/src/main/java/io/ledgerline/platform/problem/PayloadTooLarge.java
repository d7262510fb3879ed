package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/** More bytes or more items than one request may carry: 413. */
public final class PayloadTooLarge extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** Too much of what {@code code} says: {@code BODY_TOO_LARGE} or {@code TOO_MANY_EVENTS}. */
  public PayloadTooLarge(ErrorCode code, String detail) {
    super(code, detail, List.of(), Map.of(), null);
  }

  /** A body above a limit in bytes. */
  public static PayloadTooLarge body(long limitBytes) {
    return new PayloadTooLarge(
        ErrorCode.BODY_TOO_LARGE, "The body has more than %d bytes.".formatted(limitBytes));
  }
}
