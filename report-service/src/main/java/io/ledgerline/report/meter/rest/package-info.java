/** Meters over HTTP. */
package io.ledgerline.report.meter.rest;
