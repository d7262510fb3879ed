/** Attempts: who makes the next one, and what follows from it. */
package io.ledgerline.notify.delivery.work;
