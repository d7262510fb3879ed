/**
 * Recording events: {@code Preparation} turns them into candidates (times checked, words interned,
 * digests made), {@code RecordTransaction} writes keys, rows and batches in one transaction, {@code
 * PgLedgerWriter} repeats it where the database asks for it and tells those who publish.
 */
package io.ledgerline.ingest.ledger.write;
