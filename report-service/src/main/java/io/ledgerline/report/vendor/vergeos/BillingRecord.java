package io.ledgerline.report.vendor.vergeos;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A billing record. Once made it never changes, but for the note that it was sent.
 *
 * @param numbers every number there is, 0 where nothing is known; times in seconds since 1970
 * @param description what it is, for people
 * @param origin what made it
 * @param generatedBy who made it
 */
public record BillingRecord(
    Map<RecordField, Long> numbers, String description, Origin origin, String generatedBy) {
  private static final int MAX_DESCRIPTION = 1_024;

  /** Checks and completes it. */
  public BillingRecord {
    EnumMap<RecordField, Long> all = new EnumMap<>(RecordField.class);
    for (RecordField field : RecordField.values()) {
      if (field.isNumber()) {
        all.put(field, notNegative(field, numbers.getOrDefault(field, 0L)));
      }
    }
    numbers = Collections.unmodifiableMap(all);
    String text = Texts.optional("description", description, MAX_DESCRIPTION);
    description = text == null ? "" : text;
    if (numbers.get(RecordField.TO) < numbers.get(RecordField.FROM)) {
      throw new InvalidValueException("to", "to-before-from", "'to' is not before 'from'.");
    }
  }

  private static long notNegative(RecordField field, long value) {
    if (value < 0) {
      throw new InvalidValueException(
          field.wire(), "negative", "'" + field.wire() + "' is not negative.");
    }
    return value;
  }

  /** A number. */
  public long number(RecordField field) {
    return numbers.get(field);
  }

  /** Its number among the tenant's records. */
  public long key() {
    return number(RecordField.KEY);
  }
}
