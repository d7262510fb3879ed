package io.ledgerline.report.report.chargeback;

import io.ledgerline.report.ledger.LedgerLine;
import java.util.List;

/** The meters that the report is about. */
public final class ChargebackMeters {
  /** Experiments that were begun. */
  public static final String EXPERIMENTS = "experiments";

  /** Experiments that were deleted. */
  public static final String DELETED_EXPERIMENTS = "deleted_experiments";

  /** Bytes that were logged. */
  public static final String LOGGED_BYTES = "logged_bytes";

  /** Bytes that were deleted. */
  public static final String DELETED_BYTES = "deleted_bytes";

  /** Calls made by hand, through a user interface. */
  public static final String UI_CALLS = "ui_calls";

  /** Calls made by programs, through an SDK. */
  public static final String SDK_CALLS = "sdk_calls";

  /** All of them. */
  public static final List<String> ALL =
      List.of(EXPERIMENTS, DELETED_EXPERIMENTS, LOGGED_BYTES, DELETED_BYTES, UI_CALLS, SDK_CALLS);

  private ChargebackMeters() {}

  /** Whether an event uses one of them. */
  static boolean areIn(LedgerLine event) {
    return event.quantities().numbers().keySet().stream().anyMatch(ALL::contains);
  }
}
