/** Tables of users, workspaces and memberships. Pure. */
package io.ledgerline.report.directory.imports;
