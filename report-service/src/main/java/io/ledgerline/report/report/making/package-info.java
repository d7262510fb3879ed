/** Makes report runs: claims them, reads, writes, reconciles, stores, completes. */
package io.ledgerline.report.report.making;
