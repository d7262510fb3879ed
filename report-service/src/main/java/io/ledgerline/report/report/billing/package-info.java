/** The kind {@code billing}: tokens and requests by day, endpoint, model and principal, rated. */
package io.ledgerline.report.report.billing;
