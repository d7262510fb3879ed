package io.ledgerline.system.chaos.suite;

/** The statuses that are told apart here. */
public final class HttpStatus {
  /** All is well; each event has its own result. */
  public static final int OK = 200;

  /** A single event is there with another body. */
  public static final int CONFLICT = 409;

  /** A single event breaks a rule. */
  public static final int UNPROCESSABLE = 422;

  /** Something is away; try again. */
  public static final int UNAVAILABLE = 503;

  private HttpStatus() {}
}
