/** Looks after due times as time goes by. */
package io.ledgerline.report.schedule.ticking;
