/**
 * Allocation rules and provider costs as kinds of the book, and spreading the pools of a period.
 */
package io.ledgerline.report.allocation.store;
