/** Ratings over HTTP. */
package io.ledgerline.report.rating.rest;
