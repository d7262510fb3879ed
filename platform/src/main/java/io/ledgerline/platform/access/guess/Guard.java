package io.ledgerline.platform.access.guess;

import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.TooMany;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes those wait who send wrong keys. An address that has sent too many waits before another key
 * of it is even looked at; a key that was right from there lately goes on. A prefix that too many
 * wrong secrets were tried with makes the next wrong one wait, from wherever it comes; the right
 * key is never refused for what others sent. In the memory of this replica. Thread-safe.
 */
@Singleton
public class Guard {
  private static final int MOST = 10_000;
  private static final Duration LATELY = Duration.ofHours(12);

  private final Tallies byAddress;
  private final Tallies byPrefix;
  private final Map<Visit, Instant> goodUntil = new ConcurrentHashMap<>();
  private final FailedLogins failed;
  private final boolean on;
  private final InstantSource clock;

  /** A right key's digest and where it came from. */
  private record Visit(String address, String sha256) {}

  @Inject
  Guard(GuessConfig config, FailedLogins failed, Clock clock) {
    this(
        new Waits(config.failures(), config.window(), config.firstWait(), config.longestWait()),
        failed,
        clock);
  }

  Guard(Waits waits, FailedLogins failed, InstantSource clock) {
    this.byAddress = new Tallies(waits, MOST);
    this.byPrefix = new Tallies(waits, MOST);
    this.on = waits.allowed() > 0;
    this.failed = failed;
    this.clock = clock;
  }

  /**
   * Refuses an address that has to wait.
   *
   * @param sha256 of what it sent now, lower-case hex
   * @throws TooMany unless it may be looked at
   */
  public void check(String address, String sha256) {
    Instant now = clock.instant();
    Duration left = on ? byAddress.left(address, now) : Duration.ZERO;
    if (left.isPositive() && !wasRightLately(new Visit(address, sha256), now)) {
      failed.slowed(address, now);
      throw refused(left);
    }
  }

  /** Notes that a key was right. */
  public void right(String address, String sha256) {
    Instant now = clock.instant();
    Visit visit = new Visit(address, sha256);
    Instant until = goodUntil.get(visit);
    if (on && (until == null || until.isBefore(now.plus(LATELY.dividedBy(2))))) {
      makeRoom(now);
      goodUntil.put(visit, now.plus(LATELY));
    }
  }

  /**
   * Notes that a key was wrong, whyever.
   *
   * @param prefix of the key that was tried; null when it had not even a key's form
   * @return how long to make the caller wait; zero to say just that the key is wrong
   */
  public Duration wrong(String address, String prefix) {
    Instant now = clock.instant();
    failed.note(address, prefix, now);
    if (!on) {
      return Duration.ZERO;
    }
    Duration forAddress = byAddress.failed(address, now);
    Duration forPrefix = prefix == null ? Duration.ZERO : byPrefix.failed(prefix, now);
    return forAddress.compareTo(forPrefix) > 0 ? forAddress : forPrefix;
  }

  /** The refusal to send. */
  public static TooMany refused(Duration wait) {
    return new TooMany(
        ErrorCode.TOO_MANY_FAILURES, ErrorCode.TOO_MANY_FAILURES.explanation(), wait);
  }

  private boolean wasRightLately(Visit visit, Instant now) {
    Instant until = goodUntil.get(visit);
    return until != null && now.isBefore(until);
  }

  private void makeRoom(Instant now) {
    if (goodUntil.size() >= MOST) {
      goodUntil.values().removeIf(until -> !now.isBefore(until));
    }
    if (goodUntil.size() >= MOST) {
      goodUntil.clear();
    }
  }
}
