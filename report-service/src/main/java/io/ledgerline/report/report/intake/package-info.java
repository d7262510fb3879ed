/** Takes what notify-service tells of deliveries. */
package io.ledgerline.report.report.intake;
