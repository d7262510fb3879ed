package io.ledgerline.report.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A due time that was dealt with.
 *
 * @param dueAt the due time
 * @param outcome RUN when a run was made for it, SKIPPED when it was missed and left out
 * @param runId the run; absent when skipped
 * @param noticedAt when it was dealt with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Due(Instant dueAt, Outcome outcome, UUID runId, Instant noticedAt) {
  /** What became of a due time. */
  public enum Outcome {
    /** A run was made. */
    RUN,
    /** It was missed, and the catch-up policy left it out. */
    SKIPPED
  }
}
