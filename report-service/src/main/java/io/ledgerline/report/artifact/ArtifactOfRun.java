package io.ledgerline.report.artifact;

import java.time.Instant;

/**
 * A file and what its run was about.
 *
 * @param artifact the file
 * @param kind the run's report kind
 * @param from the run's period, inclusive
 * @param to the run's period, exclusive
 * @param zone whose days the period is of
 */
record ArtifactOfRun(Artifact artifact, String kind, Instant from, Instant to, String zone) {}
