package io.ledgerline.report.directory.scim;

import java.util.List;
import java.util.Optional;

/**
 * An attribute as a schema declares it.
 *
 * @param name its name; clients may write it in any case of letters
 * @param type of its values
 * @param multiValued whether it is a list
 * @param traits what else is to be known of it
 * @param sub the attributes of a complex one
 * @param description for people
 */
public record ScimAttribute(
    String name,
    Type type,
    boolean multiValued,
    Traits traits,
    List<ScimAttribute> sub,
    String description) {
  /** What values are. */
  public enum Type {
    /** Text. */
    STRING("string"),
    /** True or false. */
    BOOLEAN("boolean"),
    /** A time. */
    DATE_TIME("dateTime"),
    /** An address of something. */
    REFERENCE("reference"),
    /** Bytes as Base64. */
    BINARY("binary"),
    /** An object of further attributes. */
    COMPLEX("complex");

    private final String wireName;

    Type(String wireName) {
      this.wireName = wireName;
    }

    /** As a schema has it. */
    public String wireName() {
      return wireName;
    }
  }

  /**
   * How an attribute behaves.
   *
   * @param required whether a resource has to have it
   * @param caseExact whether the case of letters counts when values are compared
   * @param mutability {@code readWrite}, {@code readOnly}, {@code immutable} or {@code writeOnly}
   * @param returned {@code default}, {@code always} or {@code never}
   * @param uniqueness {@code none} or {@code server}
   */
  public record Traits(
      boolean required, boolean caseExact, String mutability, String returned, String uniqueness) {
    static final Traits PLAIN = new Traits(false, false, "readWrite", "default", "none");
    static final Traits EXACT = new Traits(false, true, "readWrite", "default", "none");
    static final Traits READ_ONLY = new Traits(false, true, "readOnly", "default", "none");
    static final Traits IMMUTABLE = new Traits(false, true, "immutable", "default", "none");
    static final Traits WRITE_ONLY = new Traits(false, true, "writeOnly", "never", "none");
    static final Traits UNIQUE = new Traits(true, false, "readWrite", "default", "server");
    static final Traits ID = new Traits(false, true, "readOnly", "always", "server");
  }

  /** Copies. */
  public ScimAttribute {
    sub = List.copyOf(sub);
  }

  static ScimAttribute of(String name, Type type, Traits traits, String description) {
    return new ScimAttribute(name, type, false, traits, List.of(), description);
  }

  static ScimAttribute text(String name, String description) {
    return of(name, Type.STRING, Traits.PLAIN, description);
  }

  static ScimAttribute complex(String name, String description, ScimAttribute... sub) {
    return new ScimAttribute(name, Type.COMPLEX, false, Traits.PLAIN, List.of(sub), description);
  }

  static ScimAttribute list(String name, Traits traits, String description, ScimAttribute... sub) {
    return new ScimAttribute(
        name,
        sub.length == 0 ? Type.STRING : Type.COMPLEX,
        true,
        traits,
        List.of(sub),
        description);
  }

  /** The part with a name, in any case of letters. */
  public Optional<ScimAttribute> part(String wanted) {
    return named(sub, wanted);
  }

  /** Whether only the service says what it is. */
  public boolean isReadOnly() {
    return "readOnly".equals(traits.mutability());
  }

  static Optional<ScimAttribute> named(List<ScimAttribute> all, String wanted) {
    return all.stream().filter(one -> one.name.equalsIgnoreCase(wanted)).findFirst();
  }
}
