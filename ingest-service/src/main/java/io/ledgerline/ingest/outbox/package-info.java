/**
 * Publication: every committed batch reaches report-service at least once, whatever dies.
 *
 * <p>The ledger's table {@code batch} is the outbox. Right after the commit {@code MemoryPublisher}
 * sends the batch from memory; what it could not send, or a crash kept it from sending, {@code
 * Relay} rebuilds from the ledger. Only the receipt on {@code usage.applied} ends it ({@code
 * Confirmations}): a broker that loses acknowledged records costs a republication.
 */
package io.ledgerline.ingest.outbox;
