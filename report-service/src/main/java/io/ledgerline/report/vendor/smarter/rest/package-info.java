/** Daily billing records and accounts over HTTP, with Smarter's field names. */
package io.ledgerline.report.vendor.smarter.rest;
