/** Counting by SQL and by reports of our own wish, and the lines that reports must have. */
package io.ledgerline.system.chaos.check;
