/**
 * Voids and replacements: what was sent wrongly is put right by adding, never by editing.
 *
 * <pre>
 * POST ── RequestReader ── Targets ── Planner ── LedgerChange ── one transaction: correction row,
 *                             │          │            │          reversals, new versions, notes
 *         more than 5,000     │       Versions    BatchTable
 *                             └─► correction row ── CorrectionWorker ── CorrectionRunner, by chunks
 * </pre>
 *
 * <p>A row that is taken back keeps its place; a second row beside it, the same but for the sign -1
 * of its dimension set, lies in a new batch and goes to the rollups like any other. {@code
 * corrected_event} knows which rows were taken back, at most once each whatever is repeated or runs
 * at once: its primary key is the row's place. {@code event_version} knows what stands for an
 * identity. Corrections of the same event wait for one another at its row in {@code event_key},
 * which is locked and never edited.
 */
package io.ledgerline.ingest.ledger.correct;
