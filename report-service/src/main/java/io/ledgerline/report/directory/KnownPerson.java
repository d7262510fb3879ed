package io.ledgerline.report.directory;

import java.time.Instant;
import java.util.Objects;

/**
 * What names a person, and since when that is known.
 *
 * @param person the names
 * @param since when the system learnt the last of them
 */
public record KnownPerson(Person person, Instant since) {
  /** Checks that both are there. */
  public KnownPerson {
    Objects.requireNonNull(person, "person");
    Objects.requireNonNull(since, "since");
  }
}
