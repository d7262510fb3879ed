package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/** More is waiting than the service takes on at once: 503 with {@code Retry-After}. */
public final class Overloaded extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** A sentence that says what is full. */
  public Overloaded(String detail) {
    super(ErrorCode.OVERLOADED, detail, List.of(), Map.of(), null);
  }
}
