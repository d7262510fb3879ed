package io.ledgerline.report.vendor.vergeos.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.vendor.vergeos.BillingRecord;
import io.ledgerline.report.vendor.vergeos.Origin;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Reads a record as VergeOS writes it: numbers also as texts, what is absent or null is 0. */
final class RecordBody {
  private static final long DAY = 86_400;

  private RecordBody() {}

  /**
   * Reads a record.
   *
   * @param by who brings it
   * @param now what it may not be later than, but for a day
   */
  static BillingRecord read(JsonNode node, String by, Instant now) {
    if (!node.isObject()) {
      throw new InvalidValueException("", "wrong-type", "A record is a JSON object.");
    }
    Map<RecordField, Long> numbers = new EnumMap<>(RecordField.class);
    for (RecordField field : RecordField.values()) {
      if (field.isNumber()) {
        numbers.put(field, number(field, node.path(field.wire())));
      }
    }
    if (numbers.get(RecordField.KEY) < 1) {
      throw new InvalidValueException("$key", "missing", "'$key' is a whole number from 1 on.");
    }
    long latest = now.getEpochSecond() + DAY;
    for (RecordField field : new RecordField[] {RecordField.CREATED, RecordField.TO}) {
      if (numbers.get(field) > latest) {
        throw new InvalidValueException(
            field.wire(), "in-the-future", "'" + field.wire() + "' is not in the future.");
      }
    }
    return new BillingRecord(numbers, text(node.path("description")), Origin.IMPORT, by);
  }

  private static String text(JsonNode value) {
    if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
      throw new InvalidValueException("description", "wrong-type", "'description' is a text.");
    }
    return value.textValue();
  }

  private static long number(RecordField field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return 0;
    }
    String digits = value.isNumber() || value.isTextual() ? value.asText().strip() : "";
    if (!digits.matches("[0-9]{1,18}")) {
      throw new InvalidValueException(
          field.wire(), "not-a-number", "'" + field.wire() + "' is a whole number from 0 on.");
    }
    return Long.parseLong(digits);
  }
}
