package io.ledgerline.report.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Where the directory comes from.
 *
 * @param name the source's name, such as {@code okta}
 * @param door how it comes in: {@code rest}, {@code csv} or {@code scim}
 * @param lastSyncAt when it was heard last
 */
public record DirectorySource(String name, String door, Instant lastSyncAt) {
  /** Checks that all is there. */
  public DirectorySource {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(lastSyncAt, "lastSyncAt");
  }

  /** How long ago that is; never negative. */
  public Duration age(Instant now) {
    Duration age = Duration.between(lastSyncAt, now);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
