/**
 * The kind {@code chargeback}: workspaces, members, projects, users, experiments, sizes, calls by
 * hand and by program of a month, with amounts where prices exist; fixed once the month is over.
 */
package io.ledgerline.report.report.chargeback;
