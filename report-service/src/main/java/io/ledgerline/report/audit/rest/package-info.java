/** The audit log over HTTP. */
package io.ledgerline.report.audit.rest;
