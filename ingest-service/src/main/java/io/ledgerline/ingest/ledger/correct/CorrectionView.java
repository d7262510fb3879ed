package io.ledgerline.ingest.ledger.correct;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A correction as callers see it.
 *
 * @param id its identity
 * @param kind void or replace
 * @param reason why, in the words of who asked for it
 * @param actor who asked for it
 * @param selection which events: the conditions, or how many were named
 * @param watermark nothing that was sealed later is hit by conditions
 * @param state pending, running, done or failed
 * @param progress how far it is
 * @param effect what it changed so far
 * @param results one per event, in the order asked; absent in lists and when there are more than
 *     5,000
 * @param failure why it failed; else absent
 * @param requestedAt when it was asked for
 * @param finishedAt when it ended; absent while it has not
 */
@RegisterForReflection(
    targets = {CorrectionView.class, CorrectionView.Actor.class, CorrectionView.Progress.class})
public record CorrectionView(
    UUID id,
    @Schema(enumeration = {"void", "replace"}) String kind,
    String reason,
    Actor actor,
    Map<String, Object> selection,
    long watermark,
    @Schema(enumeration = {"pending", "running", "done", "failed"}) String state,
    Progress progress,
    EffectView effect,
    List<EventCorrection> results,
    String failure,
    Instant requestedAt,
    Instant finishedAt) {
  /**
   * Who asked for it.
   *
   * @param key public part of the API key
   * @param name what people call the key
   */
  public record Actor(String key, String name) {}

  /**
   * How far it is.
   *
   * @param checked ledger rows that were looked at, or named events
   * @param of how many there are to look at
   */
  public record Progress(long checked, long of) {}

  /** The same without how many rows there are, for whoever sees only a part of them. */
  CorrectionView withoutProgress() {
    return new CorrectionView(
        id,
        kind,
        reason,
        actor,
        selection,
        watermark,
        state,
        new Progress(0, 0),
        effect,
        results,
        failure,
        requestedAt,
        finishedAt);
  }
}
