/**
 * Words that repeat from event to event (sources, principals, dimension sets) and the small numbers
 * that stand for them. They are interned in transactions of their own, before the events': a word
 * without an event does no harm, and no event's transaction ever waits for another's words.
 */
package io.ledgerline.ingest.ledger.intern;
