package io.ledgerline.ingest.inlet.http;

import io.ledgerline.ingest.ledger.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a call that records nothing.
 *
 * @param results one per event, in the order sent
 * @param counts how many had which status
 */
@RegisterForReflection(targets = {DryRunAnswer.class, DryRunAnswer.Counts.class})
public record DryRunAnswer(List<EventResult> results, Counts counts) {
  /**
   * How many had which status.
   *
   * @param valid would be recorded, or be found to be there already
   * @param rejected would not be kept
   */
  public record Counts(@Schema(examples = "1") long valid, @Schema(examples = "0") long rejected) {}

  /**
   * Makes the answer.
   *
   * @param faults for each event why it would be rejected, null when it would not
   */
  static DryRunAnswer of(List<ParsedEvent> events, List<Reason> faults) {
    List<EventResult> results = new ArrayList<>(events.size());
    int rejected = 0;
    for (int i = 0; i < events.size(); i++) {
      Reason fault = faults.get(i);
      ParsedEvent event = events.get(i);
      rejected += fault == null ? 0 : 1;
      results.add(
          new EventResult(
              i, event.source(), event.id(), fault == null ? "valid" : "rejected", fault));
    }
    return new DryRunAnswer(results, new Counts(events.size() - rejected, rejected));
  }
}
