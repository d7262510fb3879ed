/** Price lists from outside: reading them and finding what they change. Pure. */
package io.ledgerline.report.pricing.imports;
