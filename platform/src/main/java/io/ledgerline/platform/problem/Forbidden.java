package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/** The caller is known but may not do this: 403. */
public final class Forbidden extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** A refusal with its reason. */
  public Forbidden(String detail) {
    this(ErrorCode.FORBIDDEN, detail);
  }

  /** A refusal of its own kind with its reason. */
  public Forbidden(ErrorCode code, String detail) {
    super(code, detail, List.of(), Map.of(), null);
  }
}
