/** What report-service needs to be ready. */
package io.ledgerline.report.health;
