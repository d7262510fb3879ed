/** Reads the rollups' side of a reconciliation. */
package io.ledgerline.report.reconciliation.store;
