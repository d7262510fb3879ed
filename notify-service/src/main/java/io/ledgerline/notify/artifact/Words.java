package io.ledgerline.notify.artifact;

import io.ledgerline.platform.problem.DependencyFailures;

/** Failures in words for people. */
public final class Words {
  private Words() {}

  /** What went wrong, without class names where the failure has a message of its own. */
  public static String of(Throwable failure) {
    Throwable cause = DependencyFailures.find(failure).orElse(failure);
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
  }
}
