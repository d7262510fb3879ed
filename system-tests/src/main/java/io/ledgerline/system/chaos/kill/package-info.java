/** Blows at random moments of a load. */
package io.ledgerline.system.chaos.kill;
