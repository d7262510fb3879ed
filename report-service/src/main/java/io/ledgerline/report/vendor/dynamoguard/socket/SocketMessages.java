package io.ledgerline.report.vendor.dynamoguard.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.platform.json.JsonSettings;
import java.util.Optional;

/** What is said over the socket. */
final class SocketMessages {
  /** Longest message that anybody has a reason to send, in UTF-16 units. */
  static final int LONGEST = 8 * 1024;

  private static final ObjectMapper JSON = JsonSettings.newMapper();
  private static final String AUTH = "auth";

  private SocketMessages() {}

  /**
   * The API key of a message by which a client says who it is: {@code
   * {"event":"auth","data":{"token":…}}}, of old SDKs {@code {"action":"auth","token":…}}. Empty
   * for every other message.
   */
  static Optional<String> token(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      boolean auth =
          AUTH.equals(message.path("event").asText())
              || AUTH.equals(message.path("action").asText());
      JsonNode inner = message.path("data").path("token");
      String token = (inner.isTextual() ? inner : message.path("token")).asText().strip();
      return auth && !token.isEmpty() ? Optional.of(token) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** The answer to a client that is known. */
  static String clientInfo(String id) {
    return JSON.createObjectNode()
        .put("event", "client-info")
        .set("data", JSON.createObjectNode().put("id", id))
        .toString();
  }
}
