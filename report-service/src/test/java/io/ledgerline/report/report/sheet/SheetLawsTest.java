package io.ledgerline.report.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

class SheetLawsTest {
  private static final SheetSpec SPEC =
      new SheetSpec(
          "lines",
          "Lines",
          List.of(
              new Column("first", "First", ColumnType.TEXT),
              new Column("second", "Second", ColumnType.TEXT),
              new Column("amount", "Amount", ColumnType.DECIMAL)));

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("=+-@\t\r\n,\";'ab1. é𝒳＝")
        .ofMaxLength(12)
        .map(Unicode::wellFormed);
  }

  @Provide
  Arbitrary<List<List<?>>> rows() {
    Arbitrary<BigDecimal> amounts = Arbitraries.bigDecimals().ofScale(9);
    Arbitrary<List<?>> row =
        Combinators.combine(texts(), texts(), amounts).as((a, b, c) -> List.of(a, b, c));
    return row.list().ofMaxSize(6);
  }

  @Property(tries = 500)
  void exactCsvIsReadBackTheSame(@ForAll("rows") List<List<?>> rows) throws IOException {
    String csv = SheetSamples.text(out -> new CsvSheetWriter(out, CsvDialect.EXACT), SPEC, rows);
    assertThat(parsed(csv)).isEqualTo(rows);
  }

  @Property(tries = 500)
  void guardedCsvIsReadBackTheSameOnceItsGuardsAreTakenAway(@ForAll("rows") List<List<?>> rows)
      throws IOException {
    String csv =
        SheetSamples.text(out -> new CsvSheetWriter(out, CsvDialect.SPREADSHEET), SPEC, rows);
    List<List<?>> restored = new ArrayList<>();
    for (List<?> row : parsed(csv)) {
      String first = (String) row.get(0);
      String second = (String) row.get(1);
      restored.add(List.of(Formulas.restored(first), Formulas.restored(second), row.get(2)));
    }
    assertThat(restored).isEqualTo(rows);
  }

  @Property(tries = 500)
  void jsonLinesAreReadBackTheSame(@ForAll("rows") List<List<?>> rows) throws IOException {
    JsonMapper json = new JsonMapper();
    String text = SheetSamples.text(JsonSheetWriter::lines, SPEC, rows);
    List<List<?>> read = new ArrayList<>();
    for (String line : text.split("\n")) {
      if (!line.isEmpty()) {
        read.add(row(json.readTree(line)));
      }
    }
    assertThat(read).isEqualTo(rows);
  }

  @Property(tries = 300)
  void theJsonArrayHasTheSameRows(@ForAll("rows") List<List<?>> rows) throws IOException {
    JsonNode array =
        new JsonMapper().readTree(SheetSamples.text(JsonSheetWriter::array, SPEC, rows));
    List<List<?>> read = new ArrayList<>();
    array.forEach(node -> read.add(row(node)));
    assertThat(array.isArray()).isTrue();
    assertThat(read).isEqualTo(rows);
  }

  @Property(tries = 500)
  void aNumberIsNeverGuarded(@ForAll BigDecimal number) {
    assertThat(Formulas.neutralised(number.toPlainString())).isEqualTo(number.toPlainString());
    assertThat(Formulas.neutralised(number.toString())).isEqualTo(number.toString());
  }

  @Property(tries = 1000)
  void whatIsGuardedNeverBeginsLikeAFormulaAndIsRestored(@ForAll("texts") String text) {
    String guarded = Formulas.neutralised(text);
    assertThat(Formulas.restored(guarded)).isEqualTo(text);
    if (!guarded.isEmpty() && "=@\t\r\n＝".indexOf(guarded.charAt(0)) >= 0) {
      throw new AssertionError("a formula: " + guarded);
    }
    if (!guarded.isEmpty() && "+-".indexOf(guarded.charAt(0)) >= 0) {
      assertThat(new BigDecimal(guarded)).isNotNull();
    }
  }

  private static List<List<?>> parsed(String csv) throws IOException {
    List<List<?>> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      for (CSVRecord row : parser) {
        rows.add(List.of(row.get(0), row.get(1), new BigDecimal(row.get(2))));
      }
    }
    return rows;
  }

  private static List<?> row(JsonNode node) {
    return List.of(
        node.get("first").textValue(),
        node.get("second").textValue(),
        new BigDecimal(node.get("amount").textValue()));
  }
}
