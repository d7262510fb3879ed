package io.ledgerline.contracts.usage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.Texts;

/**
 * Who said it, named alike in every inlet so that the same call heard twice is one, such as {@code
 * aws:bedrock:123456789012:us-east-1}.
 *
 * @param value 1 to 256 characters, case-sensitive
 */
public record SourceName(@JsonValue String value) {
  /** Checks the text. */
  @JsonCreator
  public SourceName {
    value = Texts.required("source", value, Texts.MAX_NAME);
  }

  @Override
  public String toString() {
    return value;
  }
}
