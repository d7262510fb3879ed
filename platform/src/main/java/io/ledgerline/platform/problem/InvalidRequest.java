package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/**
 * The caller sent something that breaks a rule: 400, or 422 for {@link ErrorCode#INVALID_EVENT} and
 * {@link ErrorCode#INVALID_RECORD}.
 */
public final class InvalidRequest extends LedgerlineException {
  private static final long serialVersionUID = 1L;

  /**
   * A request at fault as {@code code} says, with the fields at fault and further members of the
   * problem.
   */
  public InvalidRequest(
      ErrorCode code, String detail, List<FieldError> errors, Map<String, Object> extensions) {
    super(code, detail, errors, extensions, null);
  }

  /** A request at fault in the fields named. */
  public InvalidRequest(String detail, List<FieldError> errors) {
    this(ErrorCode.INVALID_REQUEST, detail, errors, Map.of());
  }

  /** A request at fault as a whole. */
  public InvalidRequest(ErrorCode code, String detail) {
    this(code, detail, List.of(), Map.of());
  }

  /** A request at fault in one field; {@code rule} is the kebab-case name of the rule. */
  public static InvalidRequest field(String field, String rule, String detail) {
    return new InvalidRequest(detail, List.of(new FieldError(field, rule, detail)));
  }
}
