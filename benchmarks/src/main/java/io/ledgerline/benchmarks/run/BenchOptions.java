package io.ledgerline.benchmarks.run;

import io.ledgerline.local.suite.SuiteFolder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * What a run is to do.
 *
 * @param only names of the rows wanted; empty for all
 * @param timing how long everything takes
 * @param profile whether to record where time and memory go
 * @param soak how long to hold the sustained load to see whether memory stays flat; zero for not
 * @param portOffset added to every usual port
 * @param folder where the suites' data is kept meanwhile
 * @param connections of calls with batches
 * @param singleConnections of calls with one event
 * @param window most events on their way to the rollups
 */
public record BenchOptions(
    Set<String> only,
    Timing timing,
    boolean profile,
    Duration soak,
    int portOffset,
    SuiteFolder folder,
    int connections,
    int singleConnections,
    long window) {
  /** Keeps its own copy. */
  public BenchOptions {
    only = Set.copyOf(only);
  }

  /** Whether one of these rows is wanted. */
  boolean wants(String... names) {
    return wants(Arrays.asList(names));
  }

  /** Whether one of these rows is wanted. */
  boolean wants(Collection<String> names) {
    return only.isEmpty() || names.stream().anyMatch(only::contains);
  }

  /** Connections for calls with so many events. */
  int connectionsFor(int batch) {
    return batch == 1 ? singleConnections : connections;
  }
}
