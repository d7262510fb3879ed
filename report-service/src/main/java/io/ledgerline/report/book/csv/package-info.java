/** Tables that spreadsheets save, read into drafts for the book. Pure. */
package io.ledgerline.report.book.csv;
