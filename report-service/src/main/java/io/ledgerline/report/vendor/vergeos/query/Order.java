package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The order of a list. It is total: the last term is the record's number.
 *
 * @param terms the first one first
 */
public record Order(List<Term> terms) {
  private static final int MAX_LENGTH = 1_024;
  private static final Term BY_KEY = new Term(RecordField.KEY, false);

  /**
   * By one field.
   *
   * @param field which
   * @param descending whether the greatest comes first
   */
  public record Term(RecordField field, boolean descending) {}

  /** Copies. */
  public Order {
    terms = List.copyOf(terms);
  }

  /**
   * Reads {@code sort}: fields by commas, {@code -} before those whose greatest comes first. What
   * is the same in all of them goes by number, the greatest first; without a text all go by number,
   * the smallest first.
   *
   * @throws InvalidValueException when it names what is no field
   */
  public static Order read(String text) {
    if (text == null || text.isBlank()) {
      return new Order(List.of(BY_KEY));
    }
    Texts.required("sort", text, MAX_LENGTH);
    List<Term> terms = new ArrayList<>();
    Set<RecordField> seen = EnumSet.noneOf(RecordField.class);
    for (String part : text.split(",", -1)) {
      Term term = term(part);
      if (seen.add(term.field())) {
        terms.add(term);
      }
    }
    if (seen.add(RecordField.KEY)) {
      terms.add(new Term(RecordField.KEY, true));
    }
    return new Order(terms);
  }

  /** A plus arrives as a space, because that is what it means in an address. */
  private static Term term(String part) {
    String name = part.strip();
    boolean descending = name.startsWith("-");
    if (descending || name.startsWith("+")) {
      name = name.substring(1);
    }
    String field = name;
    return new Term(
        RecordField.of(field)
            .orElseThrow(
                () ->
                    new InvalidValueException(
                        "sort", "unknown-field", "'" + field + "' is no field of a record.")),
        descending);
  }
}
