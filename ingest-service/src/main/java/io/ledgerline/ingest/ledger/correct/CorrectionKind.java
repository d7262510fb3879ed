package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.platform.problem.InvalidRequest;
import java.util.Locale;

/** What a correction does. */
enum CorrectionKind {
  /** Takes events back. */
  VOID,
  /** Puts other versions in the place of events. */
  REPLACE;

  /**
   * Reads what a caller wrote; fails with 400.
   *
   * @param field name of the field it stands in
   * @param word null when it is not there
   */
  static CorrectionKind of(String field, String word) {
    for (CorrectionKind known : values()) {
      if (known.word().equals(word)) {
        return known;
      }
    }
    throw InvalidRequest.field(
        field, word == null ? "missing" : "unknown", "'" + field + "' is 'void' or 'replace'.");
  }

  /** As callers write it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
