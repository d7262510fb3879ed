package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.reconciliation.Difference;
import io.ledgerline.report.reconciliation.Reconciliation;
import io.ledgerline.report.reconciliation.Sums;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A run's reconciliation as the API shows it: decimals are texts, so that no reader makes binary
 * floats of them.
 *
 * @param result the verdict
 * @param ledger the ledger's control totals of the period, widened to whole quarter hours
 * @param rolledUp the rollups of the same, without what was posted after the watermark
 * @param reported what the report read of the exact period
 * @param batches how many batches of the ledger were compared
 * @param laterBatches batches that were rolled up but posted after the watermark, left out
 * @param differences the first ones; empty when reconciled
 * @param differenceCount how many there are in all
 * @param archivedMonths months of the period whose rows were archived and dropped: until they are
 *     restored a report that reads events finds none of them; absent when there are none
 */
public record ReconciliationView(
    Reconciliation.Result result,
    SumsView ledger,
    SumsView rolledUp,
    SumsView reported,
    long batches,
    long laterBatches,
    List<DifferenceView> differences,
    long differenceCount,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> archivedMonths) {
  /**
   * Sums.
   *
   * @param events how many
   * @param quantities by meter
   */
  public record SumsView(long events, SortedMap<String, String> quantities) {
    static SumsView of(Sums sums) {
      SortedMap<String, String> texts = new TreeMap<>();
      sums.quantities().forEach((meter, sum) -> texts.put(meter, sum.toPlainString()));
      return new SumsView(sums.events(), texts);
    }
  }

  /**
   * A difference.
   *
   * @param kind what is compared
   * @param batchId the batch concerned; absent for totals
   * @param meter the meter concerned; absent when events are counted
   * @param ledger what the ledger says
   * @param found what the other side says
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DifferenceView(
      Difference.Kind kind, UUID batchId, String meter, String ledger, String found) {
    static DifferenceView of(Difference difference) {
      return new DifferenceView(
          difference.kind(),
          difference.batchId(),
          difference.meter(),
          text(difference.ledger()),
          text(difference.found()));
    }

    private static String text(BigDecimal sum) {
      return sum.toPlainString();
    }
  }

  static ReconciliationView of(Reconciliation reconciliation) {
    return new ReconciliationView(
        reconciliation.result(),
        SumsView.of(reconciliation.ledger()),
        SumsView.of(reconciliation.rolledUp()),
        SumsView.of(reconciliation.reported()),
        reconciliation.batches(),
        reconciliation.laterBatches(),
        reconciliation.differences().stream().map(DifferenceView::of).toList(),
        reconciliation.differenceCount(),
        reconciliation.archivedMonths());
  }
}
