/** Gauges: samples of what is there, weighted by the time for which they hold. Pure. */
package io.ledgerline.report.gauge;
