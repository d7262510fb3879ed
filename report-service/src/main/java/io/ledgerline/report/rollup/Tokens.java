package io.ledgerline.report.rollup;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** What is expected next in JSON. */
final class Tokens {
  private Tokens() {}

  static void require(JsonParser json, JsonToken token, String what) {
    if (json.currentToken() != token) {
      throw new IllegalArgumentException(
          what + " is " + json.currentToken() + " where " + token + " is wanted");
    }
  }

  /** The text that the parser stands at. */
  static String text(JsonParser json, String what) throws IOException {
    require(json, JsonToken.VALUE_STRING, what);
    return json.getText();
  }

  /** The text that the parser stands at, null for null. */
  static String textOrNull(JsonParser json, String what) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? null : text(json, what);
  }
}
