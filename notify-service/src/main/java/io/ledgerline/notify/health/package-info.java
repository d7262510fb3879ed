/**
 * Readiness of the parts this service sends to and reads from. While one is away its deliveries
 * wait and all else goes on, so none of these checks is in the group {@code serving}.
 */
package io.ledgerline.notify.health;
