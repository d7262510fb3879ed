package io.ledgerline.system.chaos;

import java.nio.file.Path;

/**
 * What a chaos run is to be.
 *
 * @param seed what all its chance comes from
 * @param rounds how many rounds of kills
 * @param events how many events a round sends
 * @param clients how many clients send side by side
 * @param replicas how many there are of each service
 * @param portOffset what is added to the suite's ports
 * @param data where its suites keep their data; emptied at the start
 * @param scenarios whether the scenarios are played too
 * @param reference whether a second, undisturbed suite is fed with the same events
 */
public record ChaosSettings(
    long seed,
    int rounds,
    int events,
    int clients,
    int replicas,
    int portOffset,
    Path data,
    boolean scenarios,
    boolean reference) {}
