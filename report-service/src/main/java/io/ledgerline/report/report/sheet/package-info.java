/** Tables in every format that a report is read in, written row by row: same rows, same bytes. */
package io.ledgerline.report.report.sheet;
