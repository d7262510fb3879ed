/** Slows those down who guess keys. */
package io.ledgerline.platform.access.guess;
