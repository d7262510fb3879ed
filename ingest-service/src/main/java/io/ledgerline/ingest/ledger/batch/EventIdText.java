package io.ledgerline.ingest.ledger.batch;

import java.util.Optional;
import java.util.UUID;

/**
 * Most sources name their events by UUIDs; 16 bytes hold one where its text takes 37. Only the
 * usual spelling (lower case, hyphens) is taken as one, so that the text comes back as it was.
 */
public final class EventIdText {
  private static final int UUID_LENGTH = 36;

  /** Characters of the first three groups with their hyphens. */
  private static final int HIGH_LENGTH = 18;

  private EventIdText() {}

  /** The UUID that {@code id} spells in the usual way; empty when it does not. */
  public static Optional<UUID> asUuid(String id) {
    if (id.length() != UUID_LENGTH) {
      return Optional.empty();
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = id.charAt(i);
      if (isHyphenPlace(i)) {
        if (c != '-') {
          return Optional.empty();
        }
        continue;
      }
      int digit = hexDigit(c);
      if (digit < 0) {
        return Optional.empty();
      }
      if (i < HIGH_LENGTH) {
        high = high << 4 | digit;
      } else {
        low = low << 4 | digit;
      }
    }
    return Optional.of(new UUID(high, low));
  }

  private static boolean isHyphenPlace(int place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
  }

  /** Negative when it is none, or an upper-case one. */
  private static int hexDigit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }
}
