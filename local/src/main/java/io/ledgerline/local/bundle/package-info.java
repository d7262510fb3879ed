/** Proves a report's bundle without asking anybody. */
package io.ledgerline.local.bundle;
