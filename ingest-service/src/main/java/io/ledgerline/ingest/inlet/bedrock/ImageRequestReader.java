package io.ledgerline.ingest.inlet.bedrock;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** Picks the few words about images out of a request body and skips everything else unread. */
public final class ImageRequestReader {
  private static final String CONFIG = "imageGenerationConfig";

  private ImageRequestReader() {}

  /**
   * Reads a body that was stored apart. Memory stays small whatever the body's size; the caller
   * bounds how much is read.
   *
   * @param body JSON, not closed here
   * @throws IOException when it is not readable JSON
   */
  public static ImageRequest read(InputStream body) throws IOException {
    try (JsonParser parser = BedrockJson.FACTORY.createParser(body)) {
      parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
      return parser.nextToken() == JsonToken.START_OBJECT ? read(parser) : ImageRequest.NONE;
    }
  }

  /** Reads the object that the parser stands at the start of, and leaves it at its end. */
  static ImageRequest read(JsonParser parser) throws IOException {
    Map<String, String> found = new HashMap<>();
    boolean inputImage = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case CONFIG -> config(parser, found);
        case "steps", "samples" -> keep(parser, name, found);
        case "inputImage" -> {
          inputImage = value != JsonToken.VALUE_NULL;
          parser.skipChildren();
        }
        default -> parser.skipChildren();
      }
    }
    return new ImageRequest(
        found.get("numberOfImages"),
        found.get("quality"),
        found.get("height"),
        found.get("width"),
        found.get("steps"),
        found.get("samples"),
        inputImage);
  }

  private static void config(JsonParser parser, Map<String, String> found) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      switch (name) {
        case "numberOfImages", "quality", "height", "width" -> keep(parser, name, found);
        default -> parser.skipChildren();
      }
    }
  }

  private static void keep(JsonParser parser, String name, Map<String, String> found)
      throws IOException {
    if (parser.currentToken().isScalarValue()) {
      if (parser.currentToken() != JsonToken.VALUE_NULL) {
        found.put(name, BedrockJson.shortText(parser));
      }
    } else {
      found.put(name, "");
      parser.skipChildren();
    }
  }
}
