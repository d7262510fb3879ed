package io.ledgerline.ingest.inlet.smarter;

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
 * The answer to a call, given after the commit.
 *
 * @param results one per charge, in the order sent
 * @param counts how many had which status
 */
@RegisterForReflection(
    targets = {ChargeAnswer.class, ChargeAnswer.Result.class, OutcomeCounts.class, Reason.class})
public record ChargeAnswer(List<Result> results, OutcomeCounts counts) {
  /**
   * What became of one charge.
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

  static ChargeAnswer of(List<ChargeReader.Read> charges, List<Outcome> outcomes) {
    List<Result> results = new ArrayList<>(charges.size());
    for (int i = 0; i < charges.size(); i++) {
      Outcome outcome = outcomes.get(i);
      results.add(
          new Result(
              i,
              charges.get(i).id(),
              outcome.status().name().toLowerCase(Locale.ROOT),
              outcome.reason()));
    }
    return new ChargeAnswer(results, OutcomeCounts.of(outcomes));
  }

  /** The answer to a charge sent by itself: a conflict is 409, a rejection 422. */
  ChargeAnswer orProblem(Outcome outcome) {
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
