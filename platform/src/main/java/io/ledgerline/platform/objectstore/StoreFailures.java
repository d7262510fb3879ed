package io.ledgerline.platform.objectstore;

import io.ledgerline.platform.objectstore.ObjectStoreException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Reads the SDK's exceptions as ours. */
final class StoreFailures {
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private StoreFailures() {}

  /**
   * Translates a failure of a call about {@code what}; what is not the store's passes unchanged.
   */
  static Throwable translate(Throwable failure, Object what) {
    return switch (failure) {
      case ObjectStoreException e -> e;
      case NoSuchKeyException e -> missing(Reason.MISSING_OBJECT, what, e);
      case NoSuchBucketException e -> missing(Reason.MISSING_BUCKET, what, e);
      case S3Exception e -> ofStatus(e, what);
      case SdkClientException e -> unreachable(what, e);
      case SdkException e -> unreachable(what, e);
      case UncheckedIOException e -> unreachable(what, e);
      case IOException e -> unreachable(what, e);
      default -> failure;
    };
  }

  private static ObjectStoreException ofStatus(S3Exception e, Object what) {
    String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
    if ("NoSuchBucket".equals(code)) {
      return missing(Reason.MISSING_BUCKET, what, e);
    }
    if (e.statusCode() == NOT_FOUND) {
      return missing(
          what instanceof ObjectAddress ? Reason.MISSING_OBJECT : Reason.MISSING_BUCKET, what, e);
    }
    if (e.statusCode() >= SERVER_ERROR || e.statusCode() == TOO_MANY) {
      return unreachable(what, e);
    }
    return new ObjectStoreException(
        Reason.REFUSED,
        "The object store refuses %s: %s (HTTP %d)".formatted(what, code, e.statusCode()),
        e);
  }

  private static ObjectStoreException missing(Reason reason, Object what, Throwable cause) {
    return new ObjectStoreException(reason, "The object store has no " + what, cause);
  }

  private static ObjectStoreException unreachable(Object what, Throwable cause) {
    return new ObjectStoreException(
        Reason.UNREACHABLE,
        "The object store cannot be reached for %s just now".formatted(what),
        cause);
  }
}
