/** The book in PostgreSQL: one table and one clock of knowledge for all kinds of entries. */
package io.ledgerline.report.book.store;
