package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.InvalidValueException;
import java.util.Objects;

/**
 * What became of one event.
 *
 * @param status which of the four
 * @param reason why; null for recorded and duplicate
 */
public record Outcome(Status status, Reason reason) {
  /** The four answers that the ledger gives. */
  public enum Status {
    /** It is in the ledger now, for ever. */
    RECORDED,
    /** It was there already and says the same. */
    DUPLICATE,
    /** An event with its identity is there and says something else; nothing was changed. */
    CONFLICT,
    /** It breaks a rule of the ledger and was not kept. */
    REJECTED
  }

  /** Recorded by this call. */
  public static final Outcome RECORDED = new Outcome(Status.RECORDED, null);

  /** Already there, same body. */
  public static final Outcome DUPLICATE = new Outcome(Status.DUPLICATE, null);

  /** Already there, other body. */
  public static final Outcome CONFLICT =
      new Outcome(
          Status.CONFLICT,
          new Reason(
              "conflict",
              "id",
              "An event with this source and id is in the ledger and says something else;"
                  + " nothing was changed."));

  /** Checks that all is there. */
  public Outcome {
    Objects.requireNonNull(status, "status");
  }

  /** Rejected for a reason. */
  public static Outcome rejected(Reason reason) {
    return new Outcome(Status.REJECTED, Objects.requireNonNull(reason, "reason"));
  }

  /** Rejected because a value breaks the rules of its type. */
  public static Outcome rejected(InvalidValueException fault) {
    return rejected(Reason.of(fault));
  }
}
