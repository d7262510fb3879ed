/**
 * What a client of VergeOS asks a list for: fields, filter, order and section, read from the texts
 * of the address and written as a statement with parameters. Pure.
 */
package io.ledgerline.report.vendor.vergeos.query;
