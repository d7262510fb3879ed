/** SCIM over HTTP, at {@code /scim/v2}. */
package io.ledgerline.report.directory.scim.rest;
