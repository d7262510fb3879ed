/** Small helpers that all of report-service's SQL shares. */
package io.ledgerline.report.store;
