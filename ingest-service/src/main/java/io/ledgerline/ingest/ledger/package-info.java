/**
 * The append-only ledger: who may write to it and how, and what it answers.
 *
 * <p>This package is what other features see. How it is done lies in the packages below it: {@code
 * canon} (identity and digests) and {@code batch} (cutting and assembling), both pure; {@code
 * intern}, {@code partition}, {@code write}, {@code seal} and {@code query} against PostgreSQL.
 */
package io.ledgerline.ingest.ledger;
