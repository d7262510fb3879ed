/** Allocation rules, provider costs and what allocation comes to, over HTTP. */
package io.ledgerline.report.allocation.rest;
