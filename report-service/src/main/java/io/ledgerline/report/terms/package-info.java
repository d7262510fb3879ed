/** What was agreed besides list prices: discounts, contract prices, markups. Pure. */
package io.ledgerline.report.terms;
