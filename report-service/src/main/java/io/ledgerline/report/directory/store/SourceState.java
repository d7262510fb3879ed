package io.ledgerline.report.directory.store;

import io.ledgerline.report.directory.DirectorySource;
import java.time.Duration;
import java.time.Instant;

/**
 * How a source is doing.
 *
 * @param source which, and when it was heard last
 * @param expectedEvery how often it is expected; null for never
 */
public record SourceState(DirectorySource source, Duration expectedEvery) {
  /** Whether it should have been heard by now. */
  public boolean isStale(Instant now) {
    return expectedEvery != null && source.age(now).compareTo(expectedEvery) > 0;
  }
}
