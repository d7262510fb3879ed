/** From completed reports to deliveries. */
package io.ledgerline.notify.delivery.intake;
