package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.ingest.ledger.Reason;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of one event of a correction.
 *
 * @param source as given
 * @param id as given
 * @param status the result
 * @param reason why its new version is rejected; else absent
 */
@RegisterForReflection(targets = {EventCorrection.class, Reason.class})
public record EventCorrection(
    String source,
    String id,
    @Schema(
            enumeration = {
              "voided",
              "replaced",
              "already-void",
              "unchanged",
              "unknown",
              "closed",
              "rejected"
            })
        String status,
    Reason reason) {
  static EventCorrection of(Step step) {
    return new EventCorrection(
        step.target().source(), step.target().id(), step.verdict().word(), step.reason());
  }
}
