package io.ledgerline.report.rollup.rebuild.store;

/** Another replica has taken the job over: whatever this one still writes is refused. */
public final class LostRebuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostRebuildException() {
    super("the rebuild is another replica's now");
  }
}
