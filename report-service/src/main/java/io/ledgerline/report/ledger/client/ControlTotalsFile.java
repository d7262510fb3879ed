package io.ledgerline.report.ledger.client;

import io.ledgerline.report.ledger.ControlTotals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Control totals in a file, to be read batch by batch as often as needed. The file belongs to
 * whoever made its folder.
 *
 * @param file as the ledger sent it
 * @param totals what stands beside the batches
 */
public record ControlTotalsFile(Path file, ControlTotals totals) {
  static ControlTotalsFile of(Path file) {
    try (ControlTotalsReader reader = open(file)) {
      return new ControlTotalsFile(file, reader.skipBatches());
    }
  }

  /** Reads from the first batch. The caller closes it. */
  public ControlTotalsReader open() {
    return open(file);
  }

  private static ControlTotalsReader open(Path file) {
    try {
      return new ControlTotalsReader(Files.newInputStream(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
