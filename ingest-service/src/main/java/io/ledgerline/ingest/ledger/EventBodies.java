package io.ledgerline.ingest.ledger;

import io.ledgerline.contracts.usage.UsageEvent;
import java.util.List;

/** Reads events as their senders write them; the HTTP inlet knows how. */
public interface EventBodies {
  /**
   * One event, or why it is none. Exactly one of {@code event} and {@code fault} is there.
   *
   * @param source as sent; null when it was not a text
   * @param id as sent; null when it was not a text
   * @param event what it says
   * @param fault why it cannot be taken
   */
  record Body(String source, String id, UsageEvent event, Reason fault) {}

  /**
   * Reads an array of events, with the faults of each beside its neighbours.
   *
   * @param json UTF-8
   * @throws io.ledgerline.platform.problem.InvalidRequest when it is no array, or an empty one
   * @throws io.ledgerline.platform.problem.PayloadTooLarge when there are more than 10,000
   */
  List<Body> read(byte[] json);
}
