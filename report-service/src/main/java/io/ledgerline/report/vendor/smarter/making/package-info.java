/** Adds charges up, hourly and when asked to. */
package io.ledgerline.report.vendor.smarter.making;
