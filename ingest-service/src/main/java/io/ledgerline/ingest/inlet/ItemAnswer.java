package io.ledgerline.ingest.inlet;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a call that brought items, such as charges; given after the commit.
 *
 * @param results one per item, in the order sent
 * @param counts how many had which status
 */
@RegisterForReflection(
    targets = {ItemAnswer.class, ItemAnswer.Result.class, OutcomeCounts.class, Reason.class})
public record ItemAnswer(List<Result> results, OutcomeCounts counts) {
  /**
   * What became of one item.
   *
   * @param index place in the call, from 0
   * @param id as sent
   * @param status recorded, duplicate, conflict or rejected
   * @param reason why; absent for recorded and duplicate
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Result(
      @Schema(examples = "0") int index,
      @Schema(examples = "4711") String id,
      @Schema(enumeration = {"recorded", "duplicate", "conflict", "rejected"}) String status,
      Reason reason) {}

  /**
   * Joins what was sent with what became of it.
   *
   * @param ids one per item, as sent; null where there was none
   */
  public static ItemAnswer of(List<String> ids, List<Outcome> outcomes) {
    List<Result> results = new ArrayList<>(ids.size());
    for (int i = 0; i < ids.size(); i++) {
      Outcome outcome = outcomes.get(i);
      results.add(
          new Result(
              i, ids.get(i), outcome.status().name().toLowerCase(Locale.ROOT), outcome.reason()));
    }
    return new ItemAnswer(results, OutcomeCounts.of(outcomes));
  }

  /** The answer to an item sent by itself: a conflict is 409, a rejection 422. */
  public ItemAnswer orProblem(Outcome outcome) {
    if (outcome.reason() == null) {
      return this;
    }
    Reason reason = outcome.reason();
    List<FieldError> errors =
        List.of(new FieldError(reason.field(), reason.code(), reason.detail()));
    Map<String, Object> members = Map.of("results", results, "counts", counts);
    throw outcome.status() == Outcome.Status.CONFLICT
        ? new Conflict(reason.detail(), errors, members)
        : new InvalidRequest(ErrorCode.INVALID_EVENT, reason.detail(), errors, members);
  }
}
