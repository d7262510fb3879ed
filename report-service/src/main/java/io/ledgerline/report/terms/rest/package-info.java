/** Terms over HTTP. */
package io.ledgerline.report.terms.rest;
