package io.ledgerline.ingest.ledger.retention.archive;

import java.time.YearMonth;

/**
 * An archive that a worker has the lease of.
 *
 * @param id its number
 * @param month which month
 * @param whole whether the month was closed
 * @param watermark highest seal number that is to be in it
 * @param bucket where it goes
 * @param prefix what its keys begin with
 * @param fence this claim's number
 * @param parts how many are done
 * @param lastBatchNo last batch of those; 0 when there are none
 */
record ArchiveClaim(
    long id,
    YearMonth month,
    boolean whole,
    long watermark,
    String bucket,
    String prefix,
    long fence,
    int parts,
    long lastBatchNo) {
  /** The key of a part; has the fence in it, so that no worker writes over another's. */
  String partKey(int part) {
    return "%s%d/part-%05d-%d.ndjson.gz".formatted(prefix, id, part, fence);
  }

  String manifestKey() {
    return "%s%d/manifest-%d.json".formatted(prefix, id, fence);
  }
}
