/** Reconciliation hour by hour through all stages: collects, asks for evidence. Blocking. */
package io.ledgerline.report.reconciliation.hourly;
