/** Exchange rates in the book. */
package io.ledgerline.report.currency.store;
