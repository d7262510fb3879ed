/** Proves that ledger, rollups and report say the same. The comparison is pure. */
package io.ledgerline.report.reconciliation;
