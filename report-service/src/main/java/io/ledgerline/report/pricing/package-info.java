/** What usage costs: the price book with its two clocks, and rating. Pure; edges live below. */
package io.ledgerline.report.pricing;
