/**
 * Reading the ledger in bulk: by COPY over JDBC, on worker threads, in pieces. Between two pieces
 * no connection, no transaction and no thread is held, however slow the reader is: sealed rows
 * never change, so nothing has to be kept open to see the same ledger all the way. A transaction
 * held open would also hold back the posting quarter hour that a watermark promises.
 */
package io.ledgerline.ingest.ledger.scan;
