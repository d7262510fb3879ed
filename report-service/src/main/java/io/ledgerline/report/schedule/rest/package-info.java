/** Schedules over HTTP. */
package io.ledgerline.report.schedule.rest;
