package io.ledgerline.report.report;

import java.nio.file.Path;
import java.util.List;

/**
 * What a kind has written.
 *
 * @param files in the order in which they are to be shown
 * @param totals what the run says of them; its events and quantities are all that was read
 */
public record ReportFiles(List<File> files, RunTotals totals) {
  /**
   * One file.
   *
   * @param path where it lies
   * @param name how it is to be called
   * @param mediaType its content type
   */
  public record File(Path path, String name, String mediaType) {}
}
