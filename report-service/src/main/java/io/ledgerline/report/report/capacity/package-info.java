/** The kind {@code capacity}: what was there and how much of it was used, weighted by time. */
package io.ledgerline.report.report.capacity;
