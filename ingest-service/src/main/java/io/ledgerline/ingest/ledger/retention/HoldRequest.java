package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.platform.problem.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.YearMonth;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A hold that somebody wants to place.
 *
 * @param fromMonth first month
 * @param toMonth last month; absent: the same
 * @param reason why, 1 to 1000 characters
 * @param allTenants whether it is for everybody's usage; only for the operator's admins
 */
@RegisterForReflection
public record HoldRequest(
    @Schema(examples = "2025-01") String fromMonth,
    @Schema(examples = "2025-12") String toMonth,
    @Schema(examples = "Case 17, until it is decided") String reason,
    boolean allTenants) {
  private static final int MAX_REASON = 1000;

  /** Checks the fields; fails with 400. */
  public HoldRequest {
    YearMonth from = Months.parse("fromMonth", fromMonth);
    if (toMonth != null && Months.parse("toMonth", toMonth).isBefore(from)) {
      throw InvalidRequest.field(
          "toMonth", "period-empty", "toMonth must not be earlier than fromMonth");
    }
    if (reason == null || reason.isBlank() || reason.length() > MAX_REASON) {
      throw InvalidRequest.field(
          "reason", "length", "reason is required: 1 to " + MAX_REASON + " characters");
    }
  }

  YearMonth from() {
    return YearMonth.parse(fromMonth);
  }

  YearMonth to() {
    return toMonth == null ? from() : YearMonth.parse(toMonth);
  }
}
