/** Rebuilds over HTTP. */
package io.ledgerline.report.rollup.rebuild.rest;
