/** What rating reads from PostgreSQL: usage from the rollups, and the books. */
package io.ledgerline.report.rating.store;
