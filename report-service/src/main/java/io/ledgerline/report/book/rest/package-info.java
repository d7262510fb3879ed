/**
 * What the HTTP doors of all kinds of entries share: shapes, filters, and their way to the book.
 */
package io.ledgerline.report.book.rest;
