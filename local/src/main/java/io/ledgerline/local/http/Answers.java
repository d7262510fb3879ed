package io.ledgerline.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What variables stand for, and what named requests were answered. Not safe for several threads.
 */
final class Answers {
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");
  private static final String OF_ANSWER = ".response.body.";
  private static final String NEW_ID = "$guid";
  private static final int DEEPEST = 10;

  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, JsonNode> answers = new HashMap<>();

  /**
   * The variables.
   *
   * @param written as the file has them
   * @param given go before those of the file
   */
  Answers(Map<String, String> written, Map<String, String> given) {
    variables.putAll(written);
    // The same new id wherever the variable is used.
    variables.replaceAll((name, value) -> value.replace("{{" + NEW_ID + "}}", newId()));
    variables.putAll(given);
  }

  /** Keeps the answer of a named request. */
  void keep(String name, JsonNode answer) {
    answers.put(name, answer);
  }

  /**
   * The text with all variables in their place.
   *
   * @throws IllegalArgumentException that names a variable which stands for nothing
   */
  String filled(String text) {
    String filled = text;
    for (int i = 0; i < DEEPEST && filled.contains("{{"); i++) {
      filled =
          PLACE
              .matcher(filled)
              .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }
    return filled;
  }

  private String value(String name) {
    if (NEW_ID.equals(name)) {
      return newId();
    }
    int at = name.indexOf(OF_ANSWER);
    String value =
        at < 0
            ? variables.get(name)
            : at(answers.get(name.substring(0, at)), name.substring(at + OF_ANSWER.length()));
    if (value == null) {
      throw new IllegalArgumentException("nothing is known of {{" + name + "}}");
    }
    return value;
  }

  /** The value at a path such as {@code $.items[0].id}; null when there is none. */
  static String at(JsonNode answer, String path) {
    JsonNode node = answer;
    String pointer = path.replaceFirst("^\\$", "").replaceAll("\\[(\\d+)]", ".$1");
    for (String step : pointer.split("\\.")) {
      if (node == null) {
        return null;
      }
      if (!step.isEmpty()) {
        node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
      }
    }
    return node == null || node.isMissingNode() ? null : node.asText();
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
