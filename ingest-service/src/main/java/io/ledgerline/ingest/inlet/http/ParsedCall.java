package io.ledgerline.ingest.inlet.http;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.ingest.ledger.Reason;
import java.util.List;

/**
 * What a call brought.
 *
 * @param single whether it was one event by itself, which is answered by status code too
 * @param events in the order sent
 * @param unknownFields how many fields nobody here knows
 */
record ParsedCall(boolean single, List<ParsedEvent> events, long unknownFields) {
  private static final Reason OUTSIDE =
      new Reason(
          "account-outside-scope",
          "sourceAccount",
          "The key may only send usage of the accounts that its scope names.");

  /**
   * The same, but events of other accounts are refused.
   *
   * @param scope what the sender sees; null for everything, which costs nothing
   */
  ParsedCall within(AccessScope scope) {
    return scope == null
        ? this
        : new ParsedCall(
            single, events.stream().map(event -> within(scope, event)).toList(), unknownFields);
  }

  private static ParsedEvent within(AccessScope scope, ParsedEvent parsed) {
    return parsed.event() == null || scope.coversAccount(parsed.event().origin().sourceAccount())
        ? parsed
        : new ParsedEvent(parsed.source(), parsed.id(), null, OUTSIDE);
  }
}
