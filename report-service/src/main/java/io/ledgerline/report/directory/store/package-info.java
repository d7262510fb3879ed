/** The directory in PostgreSQL: facts in the book, people in a table that forgets. */
package io.ledgerline.report.directory.store;
