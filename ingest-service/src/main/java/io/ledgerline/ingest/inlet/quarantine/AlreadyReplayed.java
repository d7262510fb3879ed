package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.Explained;

/** The entry was settled by another replay: 409, nothing was changed. */
final class AlreadyReplayed extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  AlreadyReplayed(long entryId) {
    super("Quarantine entry %d is not open any more.".formatted(entryId));
  }

  @Override
  public ErrorCode code() {
    return ErrorCode.CONFLICT;
  }

  @Override
  public String detail() {
    return getMessage();
  }
}
