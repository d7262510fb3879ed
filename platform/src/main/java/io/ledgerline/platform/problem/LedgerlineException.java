package io.ledgerline.platform.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one family of exceptions that a service throws on purpose. Each becomes a problem document;
 * anything else is an {@code internal} problem.
 */
public abstract sealed class LedgerlineException extends RuntimeException implements Explained
    permits InvalidRequest,
        Forbidden,
        NotFound,
        Conflict,
        PayloadTooLarge,
        DependencyUnavailable,
        Overloaded,
        TooMany {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<FieldError> errors;
  private final transient Map<String, Object> extensions;

  LedgerlineException(
      ErrorCode code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> extensions,
      Throwable cause) {
    super(detail, cause);
    this.code = code;
    this.errors = List.copyOf(errors);
    this.extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
  }

  @Override
  public ErrorCode code() {
    return code;
  }

  @Override
  public String detail() {
    return getMessage();
  }

  @Override
  public List<FieldError> errors() {
    return errors;
  }

  @Override
  public Map<String, Object> extensions() {
    return extensions;
  }
}
