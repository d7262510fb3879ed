package io.ledgerline.local.suite;

/** What the user did not expect, in one sentence with a way out; shown without a stack trace. */
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the sentence. */
  public SuiteException(String sentence) {
    super(sentence);
  }

  /** With the sentence and what lies behind it. */
  public SuiteException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
