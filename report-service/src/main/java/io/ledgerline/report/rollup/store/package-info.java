/** Rollups in PostgreSQL. */
package io.ledgerline.report.rollup.store;
