package io.ledgerline.report.directory.scim;

import java.util.Objects;

/** A request that breaks a rule of SCIM, in the words that the standard has for it. */
public final class ScimFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** The standard's names of faults. */
  public enum Kind {
    /** The filter cannot be read, or asks what cannot be asked. */
    INVALID_FILTER("invalidFilter"),
    /** The body is not of the shape that the request needs. */
    INVALID_SYNTAX("invalidSyntax"),
    /** A path cannot be read or names nothing. */
    INVALID_PATH("invalidPath"),
    /** A path finds nothing to change. */
    NO_TARGET("noTarget"),
    /** A value is missing or of the wrong kind. */
    INVALID_VALUE("invalidValue"),
    /** The attribute may not be changed. */
    MUTABILITY("mutability"),
    /** Too much to look through. */
    TOO_MANY("tooMany");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** As {@code scimType} has it. */
    public String wireName() {
      return wireName;
    }
  }

  /** A fault told in one sentence. */
  public ScimFault(Kind kind, String detail) {
    super(detail);
    this.kind = Objects.requireNonNull(kind);
  }

  /** Which rule. */
  public Kind kind() {
    return kind;
  }
}
