package io.ledgerline.report.directory.scim;

import java.util.Locale;
import java.util.Optional;

/** How an attribute is compared with a value. */
public enum ScimOperator {
  /** Equal. */
  EQ,
  /** Not equal. */
  NE,
  /** Contains. */
  CO,
  /** Begins with. */
  SW,
  /** Ends with. */
  EW,
  /** Greater. */
  GT,
  /** Greater or equal. */
  GE,
  /** Less. */
  LT,
  /** Less or equal. */
  LE;

  /** The operator of a word, in any case of letters; empty when it is none. */
  static Optional<ScimOperator> of(String word) {
    for (ScimOperator operator : values()) {
      if (operator.name().equals(word.toUpperCase(Locale.ROOT))) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  /** Whether it looks into texts. */
  boolean isOfTexts() {
    return this == CO || this == SW || this == EW;
  }

  /** Whether it asks for an order. */
  boolean isOfOrder() {
    return this == GT || this == GE || this == LT || this == LE;
  }

  /** Whether a comparison with this outcome fulfils it. */
  boolean holds(int comparison) {
    return switch (this) {
      case EQ -> comparison == 0;
      case NE -> comparison != 0;
      case GT -> comparison > 0;
      case GE -> comparison >= 0;
      case LT -> comparison < 0;
      case LE -> comparison <= 0;
      case CO, SW, EW -> throw new IllegalStateException(name() + " is of texts");
    };
  }
}
