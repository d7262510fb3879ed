package io.ledgerline.ingest.inlet.bedrock;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;

/** How Bedrock's JSON is read: token by token, with limits that fit prompts of any shape. */
final class BedrockJson {
  /** Longest text kept of a scalar; longer ones are no number and no name. */
  private static final int MAX_SCALAR = 4096;

  /** Bodies may nest deeply and hold numbers of any length; both are skipped, never converted. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2000)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private BedrockJson() {}

  /** The text of the scalar at hand, cut off where nothing sensible goes on. */
  static String shortText(JsonParser parser) throws IOException {
    int length = parser.getTextLength();
    return length <= MAX_SCALAR
        ? parser.getText()
        : new String(parser.getTextCharacters(), parser.getTextOffset(), MAX_SCALAR);
  }
}
