package io.ledgerline.platform.time;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The clock that everything asks for the time, in UTC. It is a default bean: a test that has a
 * movable clock of its own only needs to produce one.
 */
@Singleton
public class ClockProducer {
  /** Returns the system's clock; also injectable as {@code InstantSource}. */
  @Produces
  @Singleton
  @DefaultBean
  public Clock clock() {
    return Clock.systemUTC();
  }
}
