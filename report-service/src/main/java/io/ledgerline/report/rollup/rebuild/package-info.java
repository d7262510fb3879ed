/** Rebuilds of rollups from the ledger: what a job is and what it finds. */
package io.ledgerline.report.rollup.rebuild;
