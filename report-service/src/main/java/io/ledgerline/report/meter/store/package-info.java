/** Meters that admins added, in PostgreSQL. */
package io.ledgerline.report.meter.store;
