/** Report runs over HTTP. */
package io.ledgerline.report.report.rest;
