package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/**
 * The same identity with another content, or a state that forbids the change: 409. Nothing was
 * changed.
 */
public final class Conflict extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /** A conflict with fields and further members of the problem. */
  public Conflict(String detail, List<FieldError> errors, Map<String, Object> extensions) {
    super(ErrorCode.CONFLICT, detail, errors, extensions, null);
  }

  /** A conflict told in one sentence. */
  public Conflict(String detail) {
    this(detail, List.of(), Map.of());
  }
}
