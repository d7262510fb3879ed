/** What currencies are worth in one another, day by day or month by month. Pure. */
package io.ledgerline.report.currency;
