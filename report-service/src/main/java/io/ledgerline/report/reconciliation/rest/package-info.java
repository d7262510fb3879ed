/** Reconciliations over HTTP. */
package io.ledgerline.report.reconciliation.rest;
