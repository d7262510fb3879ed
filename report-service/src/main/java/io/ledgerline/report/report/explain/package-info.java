/** Leads lines of artifacts back to the events behind them. Blocking. */
package io.ledgerline.report.report.explain;
