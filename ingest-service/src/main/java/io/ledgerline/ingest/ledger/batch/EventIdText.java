package io.ledgerline.ingest.ledger.batch;

import java.util.Optional;
import java.util.UUID;

/**
 * Most sources name their events by UUIDs; 16 bytes hold one where its text takes 37. Only the
 * usual spelling (lower case, hyphens) is taken as one, so that the text comes back as it was.
 */
public final class EventIdText {
  private static final int UUID_LENGTH = 36;

  private EventIdText() {}

  /** The UUID that {@code id} spells in the usual way; empty when it does not. */
  public static Optional<UUID> asUuid(String id) {
    if (id.length() != UUID_LENGTH) {
      return Optional.empty();
    }
    for (int i = 0; i < UUID_LENGTH; i++) {
      char c = id.charAt(i);
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
      if (hyphen ? c != '-' : !digit) {
        return Optional.empty();
      }
    }
    return Optional.of(UUID.fromString(id));
  }
}
