/** How many requests a key may make in a span. */
package io.ledgerline.platform.rate;
