package io.ledgerline.report.report.sheet;

import io.ledgerline.report.report.ReportFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Writes the sheets of a report in all formats that are wanted, each row to all at once. CSV, JSON
 * and JSON lines have a file for each sheet: the first is named after the report, further ones
 * after report and sheet. Closing without {@link #finish} leaves half files behind, for nobody.
 */
public final class SheetFiles implements SheetWriter {
  private final Path folder;
  private final String baseName;
  private final Set<SheetFormat> formats;
  private final PageStory story;
  private final List<ReportFiles.File> files = new ArrayList<>();
  private final List<SheetWriter> wholeReport = new ArrayList<>();
  private final List<SheetWriter> thisSheet = new ArrayList<>();
  private String sheetBase;
  private boolean begun;

  /**
   * Files of a report.
   *
   * @param folder where they are written
   * @param baseName their common name, without an extension
   * @param formats which are wanted; none is allowed
   * @param story what the page says; may be added to until {@link #finish}
   */
  public SheetFiles(
      Path folder, String baseName, Collection<SheetFormat> formats, PageStory story) {
    this.folder = folder;
    this.baseName = ReportFiles.checkedName(baseName);
    this.formats = EnumSet.noneOf(SheetFormat.class);
    this.formats.addAll(formats);
    this.story = story;
  }

  @Override
  public void begin(SheetSpec spec) throws IOException {
    beginWithout(null, spec);
  }

  /**
   * Begins a sheet that is not to be written in one of the formats.
   *
   * @param without a format with a file for each sheet; null for none
   */
  public void beginWithout(SheetFormat without, SheetSpec spec) throws IOException {
    sheetBase = begun ? baseName + "-" + spec.name() : baseName;
    for (SheetFormat format : formats) {
      if (format == without) {
        continue;
      }
      if (!format.takesManySheets()) {
        thisSheet.add(open(format, sheetBase + "." + format.extension()));
      } else if (!begun) {
        wholeReport.add(open(format, baseName + "." + format.extension()));
      }
    }
    begun = true;
    for (SheetWriter writer : all()) {
      writer.begin(spec);
    }
  }

  @Override
  public void row(List<?> values) throws IOException {
    for (SheetWriter writer : thisSheet) {
      writer.row(values);
    }
    for (SheetWriter writer : wholeReport) {
      writer.row(values);
    }
  }

  @Override
  public void end() throws IOException {
    for (SheetWriter writer : all()) {
      writer.end();
    }
    closeAll(thisSheet);
  }

  /** Ends all files and names them, in the order of their formats. */
  public List<ReportFiles.File> finish() throws IOException {
    close();
    return List.copyOf(files);
  }

  @Override
  public void close() throws IOException {
    closeAll(thisSheet);
    closeAll(wholeReport);
  }

  private List<SheetWriter> all() {
    List<SheetWriter> all = new ArrayList<>(thisSheet);
    all.addAll(wholeReport);
    return all;
  }

  private SheetWriter open(SheetFormat format, String name) throws IOException {
    Path path = folder.resolve(ReportFiles.checkedName(name));
    files.add(new ReportFiles.File(path, name, format.mediaType()));
    return switch (format) {
      case CSV -> new CsvSheetWriter(text(path), CsvDialect.SPREADSHEET);
      case JSON -> JsonSheetWriter.array(text(path));
      case JSONL -> JsonSheetWriter.lines(text(path));
      case XLSX -> new XlsxSheetWriter(bytes(path));
      case HTML -> new HtmlSheetWriter(text(path), story, this::wholeFile);
    };
  }

  /** A file that has all rows of the sheet that begins; null when there is none. */
  private String wholeFile() {
    if (story.allRowsIn() != null && sheetBase.equals(baseName)) {
      return story.allRowsIn();
    }
    List<String> names = files.stream().map(ReportFiles.File::name).toList();
    String sheetName =
        names.stream().filter(name -> name.startsWith(sheetBase + ".")).findFirst().orElse("");
    return sheetName.endsWith(".html") || sheetName.isEmpty()
        ? names.stream().filter(name -> name.endsWith(".xlsx")).findFirst().orElse(null)
        : sheetName;
  }

  private static Writer text(Path path) throws IOException {
    return Files.newBufferedWriter(path, StandardCharsets.UTF_8);
  }

  private static OutputStream bytes(Path path) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(path));
  }

  private static void closeAll(List<SheetWriter> writers) throws IOException {
    IOException failure = null;
    for (SheetWriter writer : writers) {
      try {
        writer.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    writers.clear();
    if (failure != null) {
      throw failure;
    }
  }
}
