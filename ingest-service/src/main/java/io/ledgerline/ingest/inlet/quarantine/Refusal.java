package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.ingest.ledger.Reason;

/**
 * Something refused, by where it lies.
 *
 * @param line from 1; 0 for the object as a whole
 * @param digest SHA-256 of the line's bytes, hex; null for the object as a whole
 * @param reason why
 */
public record Refusal(long line, String digest, Reason reason) {}
