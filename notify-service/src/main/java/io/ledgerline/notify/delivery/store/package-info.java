/** What the database knows of deliveries. */
package io.ledgerline.notify.delivery.store;
