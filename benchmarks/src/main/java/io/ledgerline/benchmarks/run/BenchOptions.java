package io.ledgerline.benchmarks.run;

import io.ledgerline.local.suite.SuiteFolder;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
 * @param connections how many, for calls with 1,000 events, with 100 and with one
 * @param window most events on their way to the rollups
 */
public record BenchOptions(
    Set<String> only,
    Timing timing,
    boolean profile,
    Duration soak,
    int portOffset,
    SuiteFolder folder,
    List<Integer> connections,
    long window) {
  private static final int LARGE = 1000;
  private static final int KINDS = 3;

  /** Checks the connections and keeps its own copies. */
  public BenchOptions {
    only = Set.copyOf(only);
    connections = List.copyOf(connections);
    if (connections.size() != KINDS || connections.stream().anyMatch(c -> c < 1)) {
      throw new IllegalArgumentException(
          "connections for calls of 1,000, of 100 and of 1, such as 8,32,128, not " + connections);
    }
  }

  /** Whether one of these rows is wanted. */
  boolean wants(String... names) {
    return wants(Arrays.asList(names));
  }

  /** Whether one of these rows is wanted. */
  boolean wants(Collection<String> names) {
    return only.isEmpty() || names.stream().anyMatch(only::contains);
  }

  /** Whether one of these rows was asked for by its name. */
  boolean names(Collection<String> names) {
    return names.stream().anyMatch(only::contains);
  }

  /** Connections for calls with so many events. */
  int connectionsFor(int batch) {
    int kind = batch >= LARGE ? 0 : batch > 1 ? 1 : 2;
    return connections.get(kind);
  }
}
