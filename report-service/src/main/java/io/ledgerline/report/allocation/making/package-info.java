/** Spreads the pools of a past period, from what the rollups and the book say. */
package io.ledgerline.report.allocation.making;
