package io.ledgerline.system.chaos.load;

/**
 * One event of a call.
 *
 * @param number which event
 * @param restamped whether it is the copy that means something else, and must be refused
 */
public record Item(int number, boolean restamped) {}
