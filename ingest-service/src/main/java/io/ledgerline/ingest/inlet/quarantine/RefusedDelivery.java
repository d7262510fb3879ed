package io.ledgerline.ingest.inlet.quarantine;

import io.ledgerline.ingest.ledger.Reason;

/**
 * Something refused of a delivery that lies in no object.
 *
 * @param group where it was said, such as a log group; null when that is not known
 * @param name what to look for there
 * @param line its place in the delivery, from 1
 * @param digest SHA-256 of its bytes, hex
 * @param reason why
 */
public record RefusedDelivery(String group, String name, long line, String digest, Reason reason) {}
