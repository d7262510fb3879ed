package io.ledgerline.deploy.pages;

import java.util.regex.Pattern;

/**
 * One configuration key.
 *
 * @param name full name; a part a user chooses stands in angle brackets
 * @param type short name of what it holds
 * @param optional whether it may be left out though it has no default
 * @param defaultText null when there is none
 * @param meaning from the Javadoc, as Markdown on one line
 */
record ConfigKey(String name, String type, boolean optional, String defaultText, String meaning) {
  /** Whether an environment variable sets this key, by the rules of MicroProfile Config. */
  boolean isSetBy(String variable) {
    StringBuilder pattern = new StringBuilder();
    for (String part : name.split("(?=<)|(?<=>)")) {
      pattern.append(
          part.startsWith("<") ? "_?[A-Z0-9]+_?" : part.toUpperCase().replaceAll("[^A-Z0-9]", "_"));
    }
    return Pattern.matches(pattern.toString(), variable);
  }
}
