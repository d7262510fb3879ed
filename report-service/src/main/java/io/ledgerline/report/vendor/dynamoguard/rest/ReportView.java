package io.ledgerline.report.vendor.dynamoguard.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ledgerline.report.vendor.dynamoguard.BillingReport;
import io.ledgerline.report.vendor.dynamoguard.Times;
import io.ledgerline.report.vendor.dynamoguard.TokenTotals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * A report as the SDK reads it.
 *
 * @param id its number
 * @param fromTime the first day's beginning
 * @param toTime the last day's end
 * @param dataStorePath where its zip is kept; null until it is completed, but always there
 * @param isBillingDataCorrupted whether its usage failed a check; false until it is completed
 * @param jobId 24 hex digits
 * @param status how it stands
 * @param validationError what is left out, or why it failed; absent when there is nothing to say
 * @param totals its sums, once it is completed; more than the SDK reads
 */
@RegisterForReflection(targets = {ReportView.class, ReportView.Wrapped.class})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReportView(
    int id,
    String fromTime,
    String toTime,
    @JsonInclude(JsonInclude.Include.ALWAYS) String dataStorePath,
    @JsonProperty("isBillingDataCorrupted") boolean isBillingDataCorrupted,
    String jobId,
    String status,
    String validationError,
    TokenTotals totals) {
  static ReportView of(BillingReport report) {
    return new ReportView(
        report.id(),
        Times.text(report.days().start()),
        Times.text(report.days().end()),
        report.bundle(),
        report.integrity().isBroken(),
        report.jobId(),
        report.status().name(),
        report.error(),
        report.totals());
  }

  /**
   * A list as the oldest SDKs expect it.
   *
   * @param data newest first
   */
  public record Wrapped(List<ReportView> data) {}
}
