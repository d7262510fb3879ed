/** Tables of cost centres and attribution rules. Pure. */
package io.ledgerline.report.attribution.imports;
