/** The price book in PostgreSQL, and importing into it. */
package io.ledgerline.report.pricing.store;
