package io.ledgerline.report.rollup.rebuild.making;

import java.time.YearMonth;

/** Batches were applied that the ledger does not have: a person has to say what to believe. */
final class UnknownBatchesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnknownBatchesException(YearMonth month, long batches) {
    super(
        ("%d applied batches of %s are not in the ledger. Nothing was changed. If the ledger is right,"
                + " ask again with \"removeUnknown\": true; if its partition was dropped, there is"
                + " nothing to rebuild from.")
            .formatted(batches, month));
  }
}
