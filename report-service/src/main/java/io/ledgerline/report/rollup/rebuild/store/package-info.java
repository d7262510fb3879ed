/** Rebuild jobs and their findings in the database. */
package io.ledgerline.report.rollup.rebuild.store;
