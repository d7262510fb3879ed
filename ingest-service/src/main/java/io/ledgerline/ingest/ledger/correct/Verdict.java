package io.ledgerline.ingest.ledger.correct;

import java.util.Locale;

/** What becomes of one event of a correction. */
enum Verdict {
  /** Its row is taken back, and nothing stands in its place. */
  VOIDED,
  /** Another version stands in its place. */
  REPLACED,
  /** It was void before. */
  ALREADY_VOID,
  /** It says already what it is to say. */
  UNCHANGED,
  /** The ledger has no such event. */
  UNKNOWN,
  /** Its month is closed: nothing of it can be corrected any more. */
  CLOSED,
  /** Its new version breaks a rule. */
  REJECTED;

  /** As callers see it. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
