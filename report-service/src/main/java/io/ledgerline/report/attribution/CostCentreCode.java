package io.ledgerline.report.attribution;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.rating.Payer;

/**
 * What a cost centre is known by: the key of the book's cost centres.
 *
 * @param code 1 to 64 characters, case-sensitive, no blanks at its ends
 */
public record CostCentreCode(String code) implements Comparable<CostCentreCode> {
  /** Who pays for what no rule speaks of: always there, in nobody's hands. */
  public static final CostCentreCode SUSPENSE = new CostCentreCode(Payer.SUSPENSE);

  private static final int MAX_LENGTH = 64;

  /** Checks the text. */
  public CostCentreCode {
    code = Texts.required("code", code, MAX_LENGTH);
    if (!code.equals(code.strip())) {
      throw new InvalidValueException(
          "code", "invalid-code", "'code' neither begins nor ends with a blank.");
    }
  }

  /** Whether it is the built-in one. */
  @JsonIgnore
  public boolean isSuspense() {
    return equals(SUSPENSE);
  }

  @Override
  public int compareTo(CostCentreCode other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
