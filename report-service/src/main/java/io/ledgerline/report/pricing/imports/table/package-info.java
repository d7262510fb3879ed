/**
 * The price book as a table that a person can write in a spreadsheet: reading and writing. Pure.
 */
package io.ledgerline.report.pricing.imports.table;
