package io.ledgerline.benchmarks.figure;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows for programs: an array of objects. */
public final class JsonRows {
  private static final MathContext DIGITS = new MathContext(5, RoundingMode.HALF_UP);

  private JsonRows() {}

  /**
   * Writes the file anew.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(List<Row> rows, Path file) throws IOException {
    Files.writeString(file, text(rows) + "\n");
  }

  /** The array. */
  public static String text(List<Row> rows) throws IOException {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(com.fasterxml.jackson.core.StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .build()
        .writeValueAsString(rows.stream().map(JsonRows::object).toList());
  }

  private static Map<String, Object> object(Row row) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("name", row.name());
    object.put("value", number(row.value()));
    object.put("unit", row.unit());
    object.put("limit", number(row.limit()));
    object.put("ratio", number(row.ratio()));
    object.put("reach", row.reach() == null ? null : number(row.reach().number()));
    object.put("ok", row.ok());
    object.put("spread", number(row.spread()));
    object.put("note", row.note());
    return object;
  }

  /** With five digits: more would pretend to know. Counts keep all of theirs. */
  private static BigDecimal number(Double value) {
    if (value == null) {
      return null;
    }
    return value == Math.rint(value)
        ? new BigDecimal(value)
        : new BigDecimal(value).round(DIGITS).stripTrailingZeros();
  }
}
