package io.ledgerline.contracts.charge;

import io.ledgerline.contracts.InvalidValueException;

/**
 * The tokens of a charge, or of many. Their total is always their sum.
 *
 * @param prompt what was sent
 * @param completion what came back
 */
public record ChargeTokens(long prompt, long completion) {
  /** None. */
  public static final ChargeTokens NONE = new ChargeTokens(0, 0);

  /**
   * Tokens as they were sent.
   *
   * @throws InvalidValueException {@code negative-quantity}, or {@code total-differs}
   */
  public static ChargeTokens of(long prompt, long completion, long total) {
    notNegative("prompt_tokens", prompt);
    notNegative("completion_tokens", completion);
    notNegative("total_tokens", total);
    // Both are at least 0, so that a sum beyond the range is below 0 and differs too.
    if (prompt + completion != total) {
      throw new InvalidValueException(
          "total_tokens",
          "total-differs",
          "'total_tokens' is the sum of 'prompt_tokens' and 'completion_tokens'.");
    }
    return new ChargeTokens(prompt, completion);
  }

  private static void notNegative(String field, long count) {
    if (count < 0) {
      throw new InvalidValueException(
          field, "negative-quantity", "'" + field + "' must not be negative.");
    }
  }

  /** All of them. */
  public long total() {
    return Math.addExact(prompt, completion);
  }

  /** Both together. */
  public ChargeTokens plus(ChargeTokens other) {
    return new ChargeTokens(
        Math.addExact(prompt, other.prompt), Math.addExact(completion, other.completion));
  }

  /** What is left; may be negative. */
  public ChargeTokens minus(ChargeTokens other) {
    return new ChargeTokens(
        Math.subtractExact(prompt, other.prompt), Math.subtractExact(completion, other.completion));
  }

  /** Whether there are fewer than none of a kind. */
  public boolean isNegative() {
    return prompt < 0 || completion < 0;
  }
}
