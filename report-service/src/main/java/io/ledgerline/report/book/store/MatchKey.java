package io.ledgerline.report.book.store;

import io.ledgerline.platform.objectstore.Sha256;
import java.nio.charset.StandardCharsets;

/** Canonical texts of keys, short enough for an index whatever the key. */
final class MatchKey {
  private static final int LONGEST = 500;
  private static final int KEPT = 400;

  private MatchKey() {}

  /** The text itself, or its beginning and its digest. */
  static String of(String canonical) {
    if (canonical.length() <= LONGEST) {
      return canonical;
    }
    int end = Character.isHighSurrogate(canonical.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    return canonical.substring(0, end)
        + " sha256:"
        + Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
  }
}
