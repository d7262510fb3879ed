/** Named quantities with their units, and what prices of them may be per. Pure. */
package io.ledgerline.report.meter;
