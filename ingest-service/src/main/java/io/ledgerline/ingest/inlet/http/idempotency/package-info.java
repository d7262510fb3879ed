/**
 * {@code Idempotency-Key}: a whole call that can be made again. Events need no such key, since each
 * has an identity; with it a repeat is answered as the first call was ({@code recorded} again, not
 * {@code duplicate}), which is what a sender wants who lost the answer.
 */
package io.ledgerline.ingest.inlet.http.idempotency;
