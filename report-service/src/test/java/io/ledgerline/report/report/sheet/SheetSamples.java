package io.ledgerline.report.report.sheet;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Rows that are hard to write. */
final class SheetSamples {
  static final SheetSpec SPEC =
      new SheetSpec(
          "lines",
          "Lines of use",
          List.of(
              new Column("who", "Who", ColumnType.TEXT),
              new Column("day", "Day", ColumnType.DATE),
              new Column("at", "At", ColumnType.INSTANT),
              new Column("calls", "Calls", ColumnType.INTEGER),
              new Column("cost", "Cost in USD", ColumnType.DECIMAL)));

  static final List<List<?>> ROWS =
      List.of(
          row("ann", "2026-01-31", "2026-01-31T23:59:59.999999Z", 12L, "0.10"),
          row("=HYPERLINK(\"http://x\";\"y\")", null, null, -3L, "-1.5"),
          row("a,b\r\n\"c\" <script>alert(1)</script> & 'd'", "2026-02-28", null, 0L, "0"),
          row("-5", "1899-01-01", "1970-01-01T00:00:00Z", null, "123456789012345.678901"),
          Arrays.asList("\tž𝒳\u0007", null, null, new BigInteger("12345678901234567890"), null));

  interface Opening {
    SheetWriter on(StringWriter out) throws IOException;
  }

  private SheetSamples() {}

  static List<?> row(String who, String day, String at, Long calls, String cost) {
    return Arrays.asList(
        who,
        day == null ? null : LocalDate.parse(day),
        at == null ? null : Instant.parse(at),
        calls,
        new BigDecimal(cost));
  }

  /** A file with one sheet, as text. */
  static String text(Opening opening, SheetSpec spec, List<? extends List<?>> rows) {
    StringWriter out = new StringWriter();
    try (SheetWriter writer = opening.on(out)) {
      write(writer, spec, rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  static void write(SheetWriter writer, SheetSpec spec, List<? extends List<?>> rows)
      throws IOException {
    writer.begin(spec);
    for (List<?> row : rows) {
      writer.row(row);
    }
    writer.end();
  }

  static PageStory story() {
    return new PageStory("Use of <January>", "daily-usage of tenant acme")
        .fact("Period", "2026-01-01 to 2026-02-01, UTC")
        .fact("Charges", "1,234.50 USD")
        .note("3 events have no price & are not in the charges.")
        .chart(
            Chart.largest(
                "Charges by model",
                "USD",
                List.of(
                    new Chart.Bar("model-a", new BigDecimal("1000.5")),
                    new Chart.Bar("model-b", new BigDecimal("-20")),
                    new Chart.Bar("\"><script>", new BigDecimal("234")),
                    new Chart.Bar("model-d", new BigDecimal("0.001"))),
                3))
        .chart(
            new Chart(
                "Charges by day",
                "USD",
                Chart.Shape.DAYS,
                List.of(
                    new Chart.Bar("01-01", BigDecimal.ZERO),
                    new Chart.Bar("01-02", new BigDecimal("1234.5")))));
  }
}
