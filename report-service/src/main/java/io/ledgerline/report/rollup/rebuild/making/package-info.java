/** Makes rebuilds: claims jobs, reads the ledger, compares and switches. */
package io.ledgerline.report.rollup.rebuild.making;
