/** The price book over HTTP. */
package io.ledgerline.report.pricing.rest;
