package io.ledgerline.contracts.charge;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Arrays;
import java.util.Optional;

/** What was charged. One turn of a chat makes a completion, and often tools and plugins with it. */
public enum ChargeType {
  /** A model completed a prompt. */
  COMPLETION("completion", "Prompt Completion", false),
  /** A plugin was called; its charge repeats the tokens of the completion that called it. */
  PLUGIN("plugin", "Plugin", true),
  /** A built-in tool was called; its charge repeats the tokens of the completion that called it. */
  TOOL("tool", "Tool", true);

  private final String code;
  private final String label;
  private final boolean repeatsTokens;

  ChargeType(String code, String label, boolean repeatsTokens) {
    this.code = code;
    this.label = label;
    this.repeatsTokens = repeatsTokens;
  }

  /** The type of this code; empty when there is none. */
  public static Optional<ChargeType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
  }

  /**
   * The type of a code that was sent.
   *
   * @param field named in the fault
   * @throws InvalidValueException {@code unknown-charge-type}
   */
  public static ChargeType required(String field, String code) {
    return of(code)
        .orElseThrow(
            () ->
                new InvalidValueException(
                    field,
                    "unknown-charge-type",
                    "'" + field + "' is one of completion, plugin and tool."));
  }

  /** What a person reads for a code: its label, or the code itself where there is none. */
  public static String display(String code) {
    return of(code).map(ChargeType::label).orElse(code);
  }

  /** As it is written. */
  public String code() {
    return code;
  }

  /** As a person reads it. */
  public String label() {
    return label;
  }

  /** Whether its tokens are those of a completion that has a charge of its own. */
  public boolean repeatsTokens() {
    return repeatsTokens;
  }
}
