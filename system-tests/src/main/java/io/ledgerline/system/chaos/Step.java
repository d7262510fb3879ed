package io.ledgerline.system.chaos;

import java.time.Duration;

/**
 * A line of the table at the end: a round, a scenario or a comparison.
 *
 * @param name which
 * @param events how many events it sent
 * @param lost attempts that were never answered
 * @param took how long it took to send and disturb
 * @param drained how long until nothing was on its way any more
 * @param findings what was found wrong
 * @param what what happened, in a few words
 */
public record Step(
    String name,
    int events,
    long lost,
    Duration took,
    Duration drained,
    int findings,
    String what) {}
