/**
 * Archives of the ledger's months in the object store.
 *
 * <p>An archive is a manifest and a number of parts. A part is gzipped JSON lines: for each batch a
 * line that says what was accepted with it ({@link
 * io.ledgerline.ingest.ledger.retention.archive.BatchLine}), followed by a line for each of its
 * rows ({@link io.ledgerline.ingest.ledger.retention.archive.RowLine}). People are in it as
 * surrogates only. A batch is written when its rows give the digest that was noted when they were
 * accepted, and never divided between parts, so that whoever has a part can check it by itself; the
 * manifest has the SHA-256 of each part, and the ledger that of the manifest.
 *
 * <p>Memory is bounded by a few batches, and a part that was uploaded, read back and noted is never
 * made again, whoever dies. Blocks: for virtual threads.
 */
package io.ledgerline.ingest.ledger.retention.archive;
