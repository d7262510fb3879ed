/** The audit log's table, and how records come into it. */
package io.ledgerline.report.audit.store;
