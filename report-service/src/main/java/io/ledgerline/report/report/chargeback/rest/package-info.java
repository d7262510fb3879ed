/** Fixed months over HTTP. */
package io.ledgerline.report.report.chargeback.rest;
