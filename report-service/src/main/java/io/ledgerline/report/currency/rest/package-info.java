/** Exchange rates over HTTP. */
package io.ledgerline.report.currency.rest;
