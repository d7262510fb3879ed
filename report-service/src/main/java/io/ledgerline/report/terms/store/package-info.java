/** Terms in the book. */
package io.ledgerline.report.terms.store;
