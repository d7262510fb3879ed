package io.ledgerline.ingest.ledger.retention;

import java.time.YearMonth;
import java.util.List;

/**
 * What has to be known of a month to judge it.
 *
 * @param month which
 * @param state how far it is
 * @param behindHorizon whether the ledger has stopped taking events for it
 * @param unsealed batches without a seal number
 * @param unconfirmed batches that report-service has not confirmed, dead letters among them
 * @param archive its last archive that is or will be whole
 * @param holds numbers of the holds that stand on it
 */
public record MonthView(
    YearMonth month,
    MonthState state,
    boolean behindHorizon,
    long unsealed,
    long unconfirmed,
    Archive archive,
    List<Long> holds) {
  /** What became of archiving it. */
  public enum Archive {
    /** Nobody has begun. */
    NONE,
    /** It is being written. */
    RUNNING,
    /** It cannot be written; its reason tells why. */
    FAILED,
    /** It is written, read back and noted. */
    DONE
  }

  public MonthView {
    holds = List.copyOf(holds);
  }
}
