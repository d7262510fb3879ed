/**
 * Forgetting people. The ledger knows them by random surrogates; their names lie in one table, from
 * which they can be erased while every digest still comes out right.
 */
package io.ledgerline.ingest.ledger.person;
