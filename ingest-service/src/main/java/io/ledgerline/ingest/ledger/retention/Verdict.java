package io.ledgerline.ingest.ledger.retention;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What follows for a month.
 *
 * @param next what would be done with it now or when nothing is in its way any more
 * @param code stable kebab-case name of what is in its way; null when it may be done now
 * @param detail the same for a person; null with it, and for others than the operator
 */
@RegisterForReflection
public record Verdict(Step next, String code, String detail) {
  /** What can be done with a month. */
  public enum Step {
    /** It stays as it is. */
    NOTHING,
    /** It is closed against writing. */
    CLOSE,
    /** It is closed for good once all its batches are sealed and confirmed. */
    SETTLE,
    /** It is copied to the object store. */
    ARCHIVE,
    /** It leaves the ledger, as a table apart. */
    DETACH,
    /** It goes. */
    DROP
  }

  static Verdict now(Step next) {
    return new Verdict(next, null, null);
  }

  static Verdict not(Step next, String code, String detail) {
    return new Verdict(next, code, detail);
  }

  /** The same without its numbers, which are of all tenants. */
  Verdict withoutDetail() {
    return new Verdict(next, code, null);
  }

  /** Whether nothing is in its way. */
  boolean isNow() {
    return code == null;
  }
}
