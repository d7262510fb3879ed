package io.ledgerline.report.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.report.report.ReportFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetRulesTest {
  private static final SheetSpec NUMBERS =
      new SheetSpec("n", "Numbers", List.of(new Column("n", "N", ColumnType.DECIMAL)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../x",
        "a/b",
        "a\\b",
        "/etc/passwd",
        "C:x",
        "a..b",
        ".x",
        "a\nb",
        "a\"b"
      })
  void aFileNameThatLeadsElsewhereIsRefused(String name) {
    assertThatThrownBy(() -> new ReportFiles.File(Path.of("x"), name, "text/csv"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SheetFiles(Path.of("x"), name, List.of(), SheetSamples.story()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aValueOfAnotherTypeIsRefused() {
    Column amount = new Column("a", "A", ColumnType.DECIMAL);
    assertThatThrownBy(() -> amount.text("1")).hasMessageContaining("takes no String");
    assertThatThrownBy(() -> amount.text(1.5)).hasMessageContaining("takes no Double");
  }

  @Test
  void moreRowsThanASheetHoldsGoOnInFurtherSheets() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SheetWriter writer = new XlsxSheetWriter(out, 3)) {
      writer.begin(NUMBERS);
      for (int i = 1; i <= 5; i++) {
        writer.row(List.of(BigDecimal.valueOf(i)));
      }
      writer.end();
    }
    Map<String, String> parts = parts(out.toByteArray());
    assertThat(parts.get("xl/workbook.xml"))
        .contains("name=\"Numbers\"", "name=\"Numbers (2)\"", "name=\"Numbers (3)\"");
    assertThat(parts.get("xl/worksheets/sheet1.xml"))
        .contains("<v>1</v>", "<v>2</v>", "ref=\"A1:A3\"")
        .doesNotContain("<v>3</v>");
    assertThat(parts.get("xl/worksheets/sheet3.xml"))
        .contains(">N</t>", "<v>5</v>", "ref=\"A1:A2\"");
  }

  @Test
  void aDecimalThatAWorkbookWouldRoundIsATextThere() {
    assertThat(XlsxValue.of(new BigDecimal("123456789012.345")).number())
        .isEqualTo("123456789012.345");
    assertThat(XlsxValue.of(new BigDecimal("1234567890123.456")).number()).isNull();
    assertThat(XlsxValue.of(new BigDecimal("100000000000000000000")).number()).isNotNull();
    assertThat(XlsxValue.of(new BigDecimal("1E-200")).number()).isNull();
    assertThat(XlsxValue.of(9_007_199_254_740_993L).number()).isNull();
  }

  @Test
  void sheetNamesAreSuchThatEverySpreadsheetTakesThem() {
    assertThat(XlsxText.sheetName("a/b:c*d?e[f]", 1)).isEqualTo("a b c d e f");
    assertThat(XlsxText.sheetName("'quoted'", 1)).isEqualTo("quoted");
    assertThat(XlsxText.sheetName("", 2)).isEqualTo("Sheet (2)");
    assertThat(XlsxText.sheetName("x".repeat(50), 12)).hasSize(31).endsWith(" (12)");
  }

  @Test
  void lettersOfColumnsGoOnAfterZ() {
    assertThat(List.of(0, 25, 26, 701, 702).stream().map(XlsxText::letters))
        .containsExactly("A", "Z", "AA", "ZZ", "AAA");
  }

  @Test
  void aCellsControlCharactersAndWhatLooksLikeThemAreEscaped() {
    assertThat(XlsxText.cell("a\u0007_x0041_<")).isEqualTo("a_x0007__x005F_x0041_&lt;");
    assertThat(XlsxText.cell("y".repeat(40_000))).hasSize(XlsxText.MAX_CELL).endsWith("…");
  }

  @Test
  void halfACharacterIsReplaced() {
    assertThat(new Column("t", "T", ColumnType.TEXT).text("a\uD835b")).isEqualTo("a\uFFFDb");
  }

  @Test
  void thePageShowsTheFirstRowsAndSaysWhereAllAre() {
    List<List<BigDecimal>> rows =
        List.of(List.of(BigDecimal.ONE), List.of(BigDecimal.TWO), List.of(BigDecimal.TEN));
    String page =
        SheetSamples.text(
            out -> new HtmlSheetWriter(out, SheetSamples.story(), () -> "all.csv", 2),
            NUMBERS,
            rows);
    assertThat(page)
        .contains("The first 2 of 3 rows; all are in <code>all.csv</code>.")
        .doesNotContain(">10</td>");
  }

  @Test
  void aRowThatIsALineOfTheRunLeadsToWhatItIsMadeOf() {
    List<List<BigDecimal>> rows = List.of(List.of(BigDecimal.ONE), List.of(BigDecimal.TWO));
    String page =
        SheetSamples.text(
            out -> new HtmlSheetWriter(out, SheetSamples.story().linesIn(NUMBERS), () -> null),
            NUMBERS,
            rows);
    assertThat(page).contains(">Line</th>", "<a href=\"lines/2\"").doesNotContain("lines/3");
    String stamped =
        new PageStamp(URI.create("https://x.example/api/v1/report-runs/7"))
            .fact("Run", "<7>")
            .fact("Chain", null)
            .warning("Not \"reconciled\"")
            .stamped(page);
    assertThat(stamped)
        .contains(
            "<base href=\"https://x.example/api/v1/report-runs/7/\">",
            "<dt>Run</dt><dd>&lt;7&gt;</dd>",
            "Not &quot;reconciled&quot;")
        .doesNotContain("<dt>Chain</dt>", "<!--run");
  }

  @Test
  void nothingThatSomebodyWroteIsMarkupOnThePage() {
    String page =
        SheetSamples.text(
            out -> new HtmlSheetWriter(out, SheetSamples.story(), () -> null),
            SheetSamples.SPEC,
            SheetSamples.ROWS);
    assertThat(page).doesNotContain("<script").doesNotContain("http://x\"").contains("&lt;script");
    assertThat(page).doesNotContain(" src=").doesNotContain("<link").doesNotContain("url(");
  }

  @Test
  void numbersArePlainToRead() {
    assertThat(HtmlText.number(new BigDecimal("1234567"))).isEqualTo("1,234,567");
    assertThat(HtmlText.number(new BigDecimal("1234.565"))).isEqualTo("1,234.57");
    assertThat(HtmlText.number(new BigDecimal("0.0001234567"))).isEqualTo("0.000123");
    assertThat(HtmlText.number(new BigDecimal("0.00"))).isEqualTo("0");
  }

  @Test
  void aWorkbookWithoutASheetIsNone() {
    assertThatThrownBy(() -> new XlsxSheetWriter(new ByteArrayOutputStream()).close())
        .isInstanceOf(IOException.class);
  }

  private static Map<String, String> parts(byte[] workbook) throws IOException {
    Map<String, String> parts = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
