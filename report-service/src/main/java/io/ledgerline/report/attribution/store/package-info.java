/** Cost centres and attribution rules in the book. */
package io.ledgerline.report.attribution.store;
