/** Reports whose lines add events up by a key: sums, lines, and lines found again. */
package io.ledgerline.report.report.grouped;
