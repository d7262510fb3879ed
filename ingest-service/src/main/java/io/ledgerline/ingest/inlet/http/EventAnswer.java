package io.ledgerline.ingest.inlet.http;

import io.ledgerline.ingest.ledger.Outcome;
import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.ledgerline.platform.problem.Conflict;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.FieldError;
import io.ledgerline.platform.problem.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answer to a call, given after the commit.
 *
 * @param results one per event, in the order sent
 * @param counts how many had which status
 */
@RegisterForReflection(targets = {EventAnswer.class, OutcomeCounts.class})
public record EventAnswer(List<EventResult> results, OutcomeCounts counts) {
  static EventAnswer of(List<ParsedEvent> events, List<Outcome> outcomes) {
    List<EventResult> results = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      results.add(EventResult.of(i, events.get(i), outcomes.get(i)));
    }
    return new EventAnswer(results, OutcomeCounts.of(outcomes));
  }

  /**
   * The answer to an event sent by itself: a conflict is 409, a rejection 422, both with this
   * answer as further members of the problem.
   */
  EventAnswer orProblem(Outcome outcome) {
    return switch (outcome.status()) {
      case RECORDED, DUPLICATE -> this;
      case CONFLICT -> throw new Conflict(outcome.reason().detail(), errors(outcome), members());
      case REJECTED ->
          throw new InvalidRequest(
              ErrorCode.INVALID_EVENT, outcome.reason().detail(), errors(outcome), members());
    };
  }

  private static List<FieldError> errors(Outcome outcome) {
    return List.of(
        new FieldError(
            outcome.reason().field(), outcome.reason().code(), outcome.reason().detail()));
  }

  private Map<String, Object> members() {
    return Map.of("results", results, "counts", counts);
  }
}
