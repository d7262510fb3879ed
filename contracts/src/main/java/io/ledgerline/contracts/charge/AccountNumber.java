package io.ledgerline.contracts.charge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * The number that an account is known by, such as {@code 3141-5926-5359}. It never changes.
 *
 * @param value three groups of four digits
 */
public record AccountNumber(@JsonValue String value) implements Comparable<AccountNumber> {
  private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{4}-[0-9]{4}");

  /** What stands where a number is still to be given. */
  public static final AccountNumber UNSET = new AccountNumber("9999-9999-9999");

  private static final int GROUP = 10_000;

  /** Checks the form. */
  public AccountNumber {
    if (value == null || !FORM.matcher(value).matches()) {
      throw new InvalidValueException(
          "account",
          value == null ? "missing" : "invalid-account-number",
          "An account is named by its number, such as 3141-5926-5359.");
    }
  }

  /**
   * The number of an account that has one.
   *
   * @param field named in the fault
   * @throws InvalidValueException when it is no number, or {@link #UNSET}
   */
  public static AccountNumber given(String field, String text) {
    AccountNumber number = of(field, text);
    if (number.isUnset()) {
      throw new InvalidValueException(
          field,
          "account-number-unset",
          "'" + field + "' is " + UNSET + ", which stands for a number that is still to be given.");
    }
    return number;
  }

  /**
   * A number as it is written.
   *
   * @param field named in the fault
   */
  public static AccountNumber of(String field, String text) {
    try {
      return new AccountNumber(text);
    } catch (InvalidValueException e) {
      throw new InvalidValueException(field, e.code(), e.detail());
    }
  }

  @JsonCreator
  static AccountNumber ofJson(String text) {
    return new AccountNumber(text);
  }

  /** A number drawn by chance, never {@link #UNSET}; whether it is free is for others to say. */
  public static AccountNumber random(RandomGenerator chance) {
    AccountNumber drawn =
        new AccountNumber(
            "%04d-%04d-%04d"
                .formatted(chance.nextInt(GROUP), chance.nextInt(GROUP), chance.nextInt(GROUP)));
    return drawn.isUnset() ? random(chance) : drawn;
  }

  /** Whether it is still to be given. */
  public boolean isUnset() {
    return equals(UNSET);
  }

  @Override
  public int compareTo(AccountNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
