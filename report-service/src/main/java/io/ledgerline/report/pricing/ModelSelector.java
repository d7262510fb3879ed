package io.ledgerline.report.pricing;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;

/**
 * Which models a price is for.
 *
 * @param kind how {@code text} is meant
 * @param text a name, or a pattern with {@code *} for any run of characters; null for {@link
 *     Kind#ANY}
 */
public record ModelSelector(Kind kind, String text) {
  /** Any model, and usage without one. */
  public static final ModelSelector ANY = new ModelSelector(Kind.ANY, null);

  /** How the text is meant, the most specific first. */
  public enum Kind {
    /** Just the name that the source said. */
    EXACT,
    /** The model under any of its names: without prefixes, out of an ARN, of any date. */
    ALIAS,
    /** Every name that fits the pattern. */
    PATTERN,
    /** Whatever was used. */
    ANY
  }

  /** Checks that kind and text belong together. */
  public ModelSelector {
    if (kind == Kind.ANY) {
      if (text != null) {
        throw new InvalidValueException(
            "model", "unexpected-model", "A price for any model names none.");
      }
    } else {
      text = Texts.required("model", text, Texts.MAX_NAME);
      if ((kind == Kind.PATTERN) != (text.indexOf('*') >= 0)) {
        throw new InvalidValueException(
            "model", "invalid-model-pattern", "Patterns of models, and only they, have a '*'.");
      }
    }
  }

  /** Just this name. */
  public static ModelSelector exact(String name) {
    return new ModelSelector(Kind.EXACT, name);
  }

  /** This model by any of its names. */
  public static ModelSelector alias(String name) {
    return new ModelSelector(Kind.ALIAS, name);
  }

  /** Every name that fits, such as {@code claude-*}. */
  public static ModelSelector pattern(String pattern) {
    return new ModelSelector(Kind.PATTERN, pattern);
  }

  /** How many characters of a pattern are not {@code *}: more of them are more specific. */
  public int literals() {
    return (int) text.chars().filter(c -> c != '*').count();
  }

  /** Whether {@code name} fits the pattern. */
  public boolean fits(String name) {
    return Wildcards.fits(text, name);
  }
}
