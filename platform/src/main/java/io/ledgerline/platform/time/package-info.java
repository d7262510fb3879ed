/** The clock, by injection. */
package io.ledgerline.platform.time;
