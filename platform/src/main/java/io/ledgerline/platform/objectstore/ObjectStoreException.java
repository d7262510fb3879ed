package io.ledgerline.platform.objectstore;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Explained;

/**
 * The object store could not do what was asked. {@link #reason} says whether trying again may help.
 */
public final class ObjectStoreException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  /** Why it failed. */
  public enum Reason {
    /** There is no such object. */
    MISSING_OBJECT(false),
    /** There is no such bucket. */
    MISSING_BUCKET(false),
    /** The object has more bytes than the caller can take. */
    TOO_LARGE(false),
    /** The store refuses: wrong keys, no right, a rule of the bucket. */
    REFUSED(false),
    /** The store cannot be reached, is too slow or has a fault of its own. */
    UNREACHABLE(true);

    private final boolean worthRetrying;

    Reason(boolean worthRetrying) {
      this.worthRetrying = worthRetrying;
    }

    /** Whether the same call may work later without anyone mending anything. */
    public boolean isWorthRetrying() {
      return worthRetrying;
    }
  }

  private final Reason reason;

  ObjectStoreException(Reason reason, String detail, Throwable cause) {
    super(detail, cause);
    this.reason = reason;
  }

  /** Returns why it failed. */
  public Reason reason() {
    return reason;
  }

  @Override
  public ErrorCode code() {
    return reason == Reason.MISSING_OBJECT ? ErrorCode.NOT_FOUND : ErrorCode.DEPENDENCY_UNAVAILABLE;
  }

  @Override
  public String detail() {
    return getMessage();
  }
}
