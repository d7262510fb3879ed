package io.ledgerline.report.vendor.vergeos.query;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.vendor.vergeos.RecordField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads which fields a client wants. */
public final class FieldChoice {
  private static final int MAX_LENGTH = 4_096;
  private static final List<RecordField> SUMMARY =
      List.of(
          RecordField.KEY,
          RecordField.CREATED,
          RecordField.FROM,
          RecordField.TO,
          RecordField.SENT,
          RecordField.DESCRIPTION);

  private FieldChoice() {}

  /**
   * Reads {@code fields}: names by commas, or {@code all}, {@code most} (the same) and {@code
   * summary} (what says something of the record itself).
   *
   * @return in the order asked for, each once; all without a text
   * @throws InvalidValueException for what is no field, for functions and for fields of fields
   */
  public static List<RecordField> read(String text) {
    if (text == null || text.isBlank()) {
      return RecordField.ALL;
    }
    Texts.required("fields", text, MAX_LENGTH);
    Set<RecordField> chosen = new LinkedHashSet<>();
    for (String part : text.split(",", -1)) {
      chosen.addAll(fields(part.strip()));
    }
    return List.copyOf(chosen);
  }

  private static List<RecordField> fields(String name) {
    return switch (name) {
      case "all", "most" -> RecordField.ALL;
      case "summary" -> SUMMARY;
      default -> List.of(RecordField.of(name).orElseThrow(() -> unknown(name)));
    };
  }

  private static InvalidValueException unknown(String name) {
    if (name.matches("(?s).*[(\\[ ].*")) {
      return new InvalidValueException(
          "fields",
          "not-offered",
          "Functions, fields of fields and other names for fields are not offered.");
    }
    return new InvalidValueException(
        "fields", "unknown-field", "'" + name + "' is no field of a record.");
  }
}
