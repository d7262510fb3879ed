/**
 * SCIM 2.0 (RFC 7643, RFC 7644) without any server: schemas, filters, paths, patches, and what
 * resources say of users and workspaces. Pure; the HTTP edge lives below.
 */
package io.ledgerline.report.directory.scim;
