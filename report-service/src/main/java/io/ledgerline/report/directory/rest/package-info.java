/** The directory over HTTP. */
package io.ledgerline.report.directory.rest;
