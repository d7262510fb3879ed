/** What it takes to change a directory: courses of facts over time, and a workbook. Pure. */
package io.ledgerline.report.directory.change;
