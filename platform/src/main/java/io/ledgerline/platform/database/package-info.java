/** The service's PostgreSQL: where it is, and whether it answers. */
package io.ledgerline.platform.database;
