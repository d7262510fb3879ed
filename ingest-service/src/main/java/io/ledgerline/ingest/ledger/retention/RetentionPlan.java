package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.ingest.ledger.retention.Verdict.Step;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges months by the policy. Pure: the dry run and what is really done ask the same. */
final class RetentionPlan {
  private final RetentionPolicy policy;
  private final Instant now;

  RetentionPlan(RetentionPolicy policy, Instant now) {
    this.policy = policy;
    this.now = now;
  }

  Verdict judge(MonthView month) {
    return switch (month.state()) {
      case OPEN -> open(month);
      case CLOSING -> closing(month);
      case CLOSED -> closed(month);
      case ARCHIVED -> archived(month);
      case DETACHED -> held(month, Step.DROP);
      case DROPPED -> Verdict.not(Step.NOTHING, "dropped", "Nothing is left to do.");
    };
  }

  private Verdict open(MonthView month) {
    if (month.behindHorizon()) {
      return Verdict.now(Step.CLOSE);
    }
    Optional<Instant> at = policy.closesAt(month.month());
    return at.isEmpty()
        ? Verdict.not(Step.NOTHING, "for-ever", "No policy says that it is ever closed.")
        : at.get().isAfter(now)
            ? Verdict.not(Step.CLOSE, "takes-events", "It takes events until " + at.get() + ".")
            : Verdict.now(Step.CLOSE);
  }

  private static Verdict closing(MonthView month) {
    if (month.unsealed() > 0) {
      return Verdict.not(
          Step.SETTLE, "unsealed", "Batches that are not sealed yet: " + month.unsealed() + ".");
    }
    if (month.unconfirmed() > 0) {
      return Verdict.not(
          Step.SETTLE,
          "unconfirmed",
          "Batches that report-service has not confirmed, dead letters among them: "
              + month.unconfirmed()
              + ".");
    }
    return Verdict.now(Step.SETTLE);
  }

  private Verdict closed(MonthView month) {
    return switch (month.archive()) {
      case NONE ->
          policy.archives()
              ? Verdict.now(Step.ARCHIVE)
              : Verdict.not(Step.ARCHIVE, "no-archive-bucket", "There is no place for archives.");
      case RUNNING -> Verdict.not(Step.ARCHIVE, "archiving", "Its archive is being written.");
      case FAILED ->
          Verdict.not(
              Step.ARCHIVE,
              "archive-failed",
              "Its archive could not be written; see there, mend it, and ask for another.");
      case DONE -> Verdict.now(Step.ARCHIVE);
    };
  }

  private Verdict archived(MonthView month) {
    Optional<Instant> until = policy.keptUntil(month.month());
    if (until.isEmpty()) {
      return Verdict.not(Step.NOTHING, "for-ever", "No policy says that it ever goes.");
    }
    return until.get().isAfter(now)
        ? Verdict.not(Step.DETACH, "kept", "It is kept until " + until.get() + ".")
        : held(month, Step.DETACH);
  }

  private static Verdict held(MonthView month, Step next) {
    return month.holds().isEmpty()
        ? Verdict.now(next)
        : Verdict.not(
            next,
            "held",
            "Legal holds stand on it: "
                + month.holds().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + ".");
  }
}
