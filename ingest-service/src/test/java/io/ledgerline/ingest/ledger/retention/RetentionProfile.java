package io.ledgerline.ingest.ledger.retention;

import io.ledgerline.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A ledger that keeps twelve months, with a clock that tests move. Whoever writes events gives up
 * after a fifth of a second at any lock, so that a writer that has to wait for anything fails its
 * call. The policy is applied when a test says so.
 */
public class RetentionProfile implements QuarkusTestProfile {
  /** Where months are archived. */
  public static final String BUCKET = "ledger-archive";

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "ledgerline.retention.keep-months", "12",
        "ledgerline.retention.archive.bucket", BUCKET,
        "ledgerline.retention.archive.part-rows", "60",
        "ledgerline.retention.archive.lease", "2s",
        "ledgerline.retention.archive.pause", "300ms",
        "ledgerline.retention.lock-wait", "300ms",
        "ledgerline.retention.tick", "off",
        "quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c lock_timeout=200");
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(Clocks.class);
  }

  /** The service's clock in these tests. */
  @Alternative
  @Singleton
  public static class Clocks {
    /** Moved by the tests. */
    public static final MovableClock CLOCK = MovableClock.at(Instant.parse("2020-02-01T00:00:00Z"));

    @Produces
    @Singleton
    Clock clock() {
      return CLOCK;
    }
  }
}
