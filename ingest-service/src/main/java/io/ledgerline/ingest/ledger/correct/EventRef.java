package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.contracts.usage.EventIdentity;

/**
 * An event by its name.
 *
 * @param source who said it
 * @param id the source's own id
 */
public record EventRef(String source, String id) {
  static EventRef of(EventIdentity identity) {
    return new EventRef(identity.source().value(), identity.id());
  }
}
