package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.util.List;

/**
 * What a list is asked for.
 *
 * @param fields of each record, in this order
 * @param filter null for all records
 * @param order of the records
 * @param limit most records; {@link Long#MAX_VALUE} for all
 * @param offset records to skip
 */
public record RecordQuery(
    List<RecordField> fields, Condition filter, Order order, long limit, long offset) {
  /** Copies. */
  public RecordQuery {
    fields = List.copyOf(fields);
  }

  /**
   * Reads the parameters of an address; each may be null.
   *
   * @throws InvalidValueException when one is not understood
   */
  public static RecordQuery read(
      String fields, String filter, String sort, String limit, String offset) {
    long most = number("limit", limit);
    return new RecordQuery(
        FieldChoice.read(fields),
        Filters.read(filter),
        Order.read(sort),
        most == 0 ? Long.MAX_VALUE : most,
        number("offset", offset));
  }

  private static long number(String name, String text) {
    if (text == null || text.isBlank()) {
      return 0;
    }
    String digits = text.strip();
    if (!digits.matches("[0-9]{1,15}")) {
      throw new InvalidValueException(
          name, "not-a-number", "'" + name + "' is a whole number from 0 on.");
    }
    return Long.parseLong(digits);
  }
}
