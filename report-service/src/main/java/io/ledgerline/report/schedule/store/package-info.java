/** Schedules in PostgreSQL. */
package io.ledgerline.report.schedule.store;
