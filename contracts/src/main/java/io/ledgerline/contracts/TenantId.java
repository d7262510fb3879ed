package io.ledgerline.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The organisation whose ledger it is. Every row, key and query belongs to exactly one.
 *
 * @param value lower-case slug: a letter, then up to 62 letters, digits or hyphens
 */
public record TenantId(@JsonValue String value) implements Comparable<TenantId> {
  // First: the constants below are checked by it.
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,62}");

  /** The tenant of an installation that has only one. */
  public static final TenantId DEFAULT = new TenantId("default");

  /** Checks the form. */
  @JsonCreator
  public TenantId {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "tenant",
          "invalid-tenant",
          "A tenant is a lower-case letter followed by up to 62 letters, digits or hyphens.");
    }
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
