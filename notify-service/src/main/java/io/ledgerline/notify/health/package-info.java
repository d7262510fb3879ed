/** What this service says about the parts it sends to. */
package io.ledgerline.notify.health;
