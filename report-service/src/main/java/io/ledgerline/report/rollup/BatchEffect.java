package io.ledgerline.report.rollup;

import java.util.SortedMap;

/**
 * What one batch adds to the rollups, kept with its id: proof per batch, and the means to look past
 * batches that came later than a watermark.
 *
 * @param quarters by the charge quarter hour's start in seconds since the epoch
 */
public record BatchEffect(SortedMap<Long, Part> quarters) {
  /**
   * What it adds to one charge quarter hour.
   *
   * @param events how many events, those taken back counted off
   * @param quantities sums by meter, as plain decimal text; negative where more was taken back than
   *     added
   */
  public record Part(long events, SortedMap<String, String> quantities) {}
}
