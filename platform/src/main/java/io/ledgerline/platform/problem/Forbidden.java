package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/** The caller is known but may not do this: 403. */
public final class Forbidden extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its reason. */
  public Forbidden(String detail) {
    super(ErrorCode.FORBIDDEN, detail, List.of(), Map.of(), null);
  }
}
