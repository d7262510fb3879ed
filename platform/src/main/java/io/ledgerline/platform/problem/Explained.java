package io.ledgerline.platform.problem;

import java.util.List;
import java.util.Map;

/**
 * An exception that knows which problem it is. {@link LedgerlineException} is the family for
 * services; packages of platform with an exception of their own (the object store) implement this
 * instead.
 */
public interface Explained {
  /** Returns the problem's code. */
  ErrorCode code();

  /** Returns one sentence about this very case, fit to be shown to the caller. */
  String detail();

  /** Returns the fields at fault; empty when none is. */
  default List<FieldError> errors() {
    return List.of();
  }

  /** Returns further members of the problem document; empty when there are none. */
  default Map<String, Object> extensions() {
    return Map.of();
  }
}
