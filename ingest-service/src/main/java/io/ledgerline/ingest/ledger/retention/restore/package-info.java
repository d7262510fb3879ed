/**
 * Restoration: a month that was dropped is read back from its archive and attached again.
 *
 * <p>The rows go into a table of their own, batch by batch, each checked against the digest that
 * the ledger still has of it; only when all are there the table becomes the month's partition,
 * closed against writing as it was. The month is ARCHIVED then, as before it went, and a legal hold
 * has to stand on it, or the policy would drop it again. A restoration that was cut off is begun
 * anew.
 */
package io.ledgerline.ingest.ledger.retention.restore;
