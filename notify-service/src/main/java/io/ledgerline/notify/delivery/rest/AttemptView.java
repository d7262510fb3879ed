package io.ledgerline.notify.delivery.rest;

import io.ledgerline.notify.delivery.core.Outcome;
import io.ledgerline.notify.delivery.store.DeliveryAttempt;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attempt.
 *
 * @param number counts from 1
 * @param startedAt when it began
 * @param finishedAt when it ended; null while it runs
 * @param outcome how it ended
 * @param detail cause or receipt in words; null while it runs
 */
@Schema(name = "Attempt")
public record AttemptView(
    int number,
    Instant startedAt,
    Instant finishedAt,
    @Schema(examples = "FAILED") Outcome outcome,
    @Schema(examples = "The mail server answered 451 try again later") String detail) {
  /** The view of an attempt. */
  static AttemptView of(DeliveryAttempt attempt) {
    return new AttemptView(
        attempt.number(),
        attempt.startedAt(),
        attempt.finishedAt(),
        attempt.outcome(),
        attempt.detail());
  }
}
