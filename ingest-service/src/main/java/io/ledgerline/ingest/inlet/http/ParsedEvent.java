package io.ledgerline.ingest.inlet.http;

import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.Reason;

/**
 * One event of a call, or why it is none. Exactly one of {@code event} and {@code fault} is there.
 *
 * @param source as sent; null when it was not a text
 * @param id as sent; null when it was not a text
 * @param event what to record
 * @param fault why it cannot be recorded
 */
record ParsedEvent(String source, String id, UsageEvent event, Reason fault) {}
