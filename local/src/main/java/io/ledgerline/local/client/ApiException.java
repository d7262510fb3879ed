package io.ledgerline.local.client;

import java.io.IOException;

/** A service's answer that is no success. */
public final class ApiException extends IOException {
  private static final long serialVersionUID = 1L;

  private final int status;

  ApiException(String message, int status) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }
}
