/** Report runs: what is asked for, how a run stands, and what a report kind has to bring. */
package io.ledgerline.report.report;
