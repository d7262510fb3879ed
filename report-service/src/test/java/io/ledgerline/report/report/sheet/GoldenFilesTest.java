package io.ledgerline.report.report.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.report.ReportFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of every format. {@code -Dledgerline.golden.refresh=true} writes the files anew. */
class GoldenFilesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/sheets");

  @TempDir Path folder;

  @Test
  void everyFormatHasTheBytesItAlwaysHad() throws IOException {
    List<ReportFiles.File> files = write(folder, "report");
    assertThat(files)
        .extracting(ReportFiles.File::name)
        .containsExactly(
            "report.csv",
            "report.json",
            "report.jsonl",
            "report.xlsx",
            "report.html",
            "report-sums.csv",
            "report-sums.json",
            "report-sums.jsonl");
    for (ReportFiles.File file : files) {
      if (file.name().endsWith(".xlsx")) {
        compare(file.name() + ".txt", unpacked(file.path()));
      } else {
        compare(file.name(), Files.readString(file.path()));
      }
    }
  }

  @Test
  void madeAgainEveryFileIsTheSameByteByByte() throws IOException {
    List<ReportFiles.File> first = write(Files.createDirectory(folder.resolve("1")), "r");
    List<ReportFiles.File> second = write(Files.createDirectory(folder.resolve("2")), "r");
    for (int i = 0; i < first.size(); i++) {
      assertThat(second.get(i).path()).hasSameBinaryContentAs(first.get(i).path());
    }
  }

  private static List<ReportFiles.File> write(Path folder, String name) throws IOException {
    SheetSpec sums =
        new SheetSpec("sums", "Sums", List.of(new Column("sum", "Sum", ColumnType.INTEGER)));
    try (SheetFiles files =
        new SheetFiles(folder, name, EnumSet.allOf(SheetFormat.class), SheetSamples.story())) {
      SheetSamples.write(files, SheetSamples.SPEC, SheetSamples.ROWS);
      SheetSamples.write(files, sums, List.of(List.of(9L)));
      return files.finish();
    }
  }

  private static void compare(String name, String found) throws IOException {
    if (Boolean.getBoolean("ledgerline.golden.refresh")) {
      Files.writeString(GOLDEN.resolve(name), found);
    }
    assertThat(found).as(name).isEqualTo(Files.readString(GOLDEN.resolve(name)));
  }

  private static String unpacked(Path workbook) throws IOException {
    List<String> parts = new ArrayList<>();
    try (InputStream file = Files.newInputStream(workbook);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T00:00:00");
        parts.add(
            "== "
                + entry.getName()
                + "\n"
                + new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return String.join("\n", parts) + "\n";
  }
}
