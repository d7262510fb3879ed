/**
 * Who there is: users, workspaces and memberships, with their status, as of any time and as known
 * at any other. People are surrogates here; what names them lies apart and can be erased. Pure;
 * edges live below.
 */
package io.ledgerline.report.directory;
