/** A running suite from outside: its processes, its API, and clients that repeat until answered. */
package io.ledgerline.system.chaos.suite;
