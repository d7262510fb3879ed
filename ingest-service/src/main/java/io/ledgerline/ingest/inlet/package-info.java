/**
 * The ways in, one package per format or transport, and what they share: how a source's texts are
 * read. An inlet turns what it hears into {@code UsageEvent}s and hands them to the ledger.
 */
package io.ledgerline.ingest.inlet;
