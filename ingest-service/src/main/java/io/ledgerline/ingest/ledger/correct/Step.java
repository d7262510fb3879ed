package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.ingest.ledger.batch.Fact;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be done about one event.
 *
 * @param target which
 * @param verdict what becomes of it
 * @param reason why it is rejected; else null
 * @param before what stood there; null for a target without any
 * @param taken the row to take back; null when there is none
 * @param added the row to add; null when there is none
 */
record Step(
    Target target,
    Verdict verdict,
    Reason reason,
    EventState before,
    StoredRow taken,
    LedgerRow added) {
  /**
   * Decides. Pure.
   *
   * @param state what stands for the identity; null when the ledger does not know it
   * @param row the row that counts; null when there is none or it is not in the ledger any more
   * @param open which charge times the ledger takes rows of
   * @return empty for a selected row in whose place another version stands: that one is selected by
   *     itself, or is none of this correction's business
   */
  static Optional<Step> decide(Target target, EventState state, StoredRow row, OpenTimes open) {
    if (target.fault() != null) {
      return Optional.of(new Step(target, Verdict.REJECTED, target.fault(), null, null, null));
    }
    if (state == null) {
      return Optional.of(nothing(target, Verdict.UNKNOWN, null));
    }
    if (target.selected() != null) {
      return ofSelected(target, state, open);
    }
    if (target.replacement() != null && target.replacement().body().equals(state.body())) {
      return Optional.of(nothing(target, Verdict.UNCHANGED, state));
    }
    if (!state.isVoid() && (row == null || !open.takes(row.time()))) {
      return Optional.of(nothing(target, Verdict.CLOSED, state));
    }
    if (target.replacement() != null) {
      return Optional.of(replaced(target, state, row, open));
    }
    return Optional.of(
        state.isVoid()
            ? nothing(target, Verdict.ALREADY_VOID, state)
            : new Step(target, Verdict.VOIDED, null, state, row, null));
  }

  private static Step replaced(Target target, EventState state, StoredRow row, OpenTimes open) {
    Instant time = row == null ? state.time() : row.time();
    LedgerRow added = target.timeGiven() ? target.replacement() : at(time, target.replacement());
    return open.takes(added.fact().time())
        ? new Step(target, Verdict.REPLACED, null, state, row, added)
        : new Step(target, Verdict.REJECTED, open.reason(), state, null, null);
  }

  private static Optional<Step> ofSelected(Target target, EventState state, OpenTimes open) {
    if (state.stands(target.selected()) && !open.takes(target.selected().time())) {
      return Optional.of(nothing(target, Verdict.CLOSED, state));
    }
    if (state.stands(target.selected())) {
      return Optional.of(new Step(target, Verdict.VOIDED, null, state, target.selected(), null));
    }
    return state.voided(target.selected())
        ? Optional.of(nothing(target, Verdict.ALREADY_VOID, state))
        : Optional.empty();
  }

  private static Step nothing(Target target, Verdict verdict, EventState state) {
    return new Step(target, verdict, null, state, null, null);
  }

  /** A new version without a time happened when the old one did. */
  private static LedgerRow at(Instant time, LedgerRow row) {
    Fact fact = row.fact();
    return new LedgerRow(
        row.identity(),
        row.body(),
        row.id(),
        row.dimensionSetId(),
        new Fact(
            fact.dimensions(), time, fact.quantities(), fact.sign(), fact.tags(), fact.sampled()),
        row.labels());
  }
}
