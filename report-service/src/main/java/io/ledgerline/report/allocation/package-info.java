/**
 * Spreading cost that nobody used alone (shared, unallocated, idle, a provider's invoice) over
 * those who are to bear it: by fixed shares, by usage or evenly. Pure and exact: shares are
 * fractions, only the amounts of lines are rounded, and what is spread and what stays in the pool
 * are together what was in it. DESIGN.md beside this package says how.
 */
package io.ledgerline.report.allocation;
