/** Public keys over HTTP. */
package io.ledgerline.report.report.bundle.rest;
