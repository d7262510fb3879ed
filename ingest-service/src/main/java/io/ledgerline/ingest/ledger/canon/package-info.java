/** The canonical form of events and its digests. Pure: no CDI, no database, no clock. */
package io.ledgerline.ingest.ledger.canon;
