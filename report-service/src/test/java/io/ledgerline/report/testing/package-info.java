/** Fixtures of report-service's own tests: a ledger to read from, and batches to roll up. */
package io.ledgerline.report.testing;
