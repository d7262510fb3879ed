/** When report runs are due. Pure; what the database does lies in {@code schedule.store}. */
package io.ledgerline.report.schedule;
