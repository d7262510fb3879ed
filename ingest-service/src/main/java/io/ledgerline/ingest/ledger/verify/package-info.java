/**
 * Proves that the ledger is what was once committed, or names what is not.
 *
 * <p>Four things hold each other: rows and their words give each batch's digest; headers of batches
 * give the chain, whose head anybody may keep elsewhere; rows give what each batch accepted; and
 * rows and identity keys say the same. All is computed anew from what lies in the tables, by code
 * that shares nothing with the writer's but the definition of the canonical form.
 */
package io.ledgerline.ingest.ledger.verify;
