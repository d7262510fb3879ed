/**
 * Retention: months of the ledger are closed, archived and dropped as whole partitions.
 *
 * <p>Nothing that was answered {@code recorded} may vanish unseen, so the order is fixed. The
 * horizon moves on first: from then on late events are refused from memory. Then the month's
 * partition gets a trigger that refuses rows; making it waits for the writers of that partition
 * alone, so that what is committed then is all there will ever be. Once every batch of it is sealed
 * and confirmed the month is closed; it is archived, each batch held against its digest, each
 * object read back; and if its time has come and no hold stands on it, it is detached concurrently
 * and dropped. What stays: batches with digest, sums and chain, and the identity keys.
 *
 * <p>{@code RetentionPolicy}, {@code RetentionPlan} and {@code Verdict} are pure. Work is done by
 * one steward at a time, in whichever replica has the lease; every step may be cut off anywhere and
 * is gone on with by the next.
 */
package io.ledgerline.ingest.ledger.retention;
