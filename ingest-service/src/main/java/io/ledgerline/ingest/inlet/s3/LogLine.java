package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.contracts.usage.UsageEvent;
import io.ledgerline.ingest.ledger.Reason;

/**
 * What a line of a log means. Exactly one of {@code event} and {@code fault} is there.
 *
 * @param number from 1
 * @param digest SHA-256 of its bytes, hex
 * @param event what to record
 * @param fault why it cannot be recorded
 */
public record LogLine(long number, String digest, UsageEvent event, Reason fault) {}
