/** How gauges are weighted, over HTTP. */
package io.ledgerline.report.gauge.rest;
