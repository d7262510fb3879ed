/** Rates a past period from the rollups, by the books as known at any instant. */
package io.ledgerline.report.rating.making;
