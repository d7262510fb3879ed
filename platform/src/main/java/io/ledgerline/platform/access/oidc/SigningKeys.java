package io.ledgerline.platform.access.oidc;

import io.ledgerline.platform.problem.DependencyUnavailable;
import io.smallrye.mutiny.Uni;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jose4j.jws.JsonWebSignature;

/**
 * Keeps the issuer's signing keys and reads them anew: when they are old, and when a token names
 * one that is not among them, but never more often than once in a pause and never twice at a time.
 * Thread-safe.
 */
final class SigningKeys {
  private static final Logger LOG = Logger.getLogger(SigningKeys.class);

  private final Supplier<Uni<KeySet>> issuer;
  private final Times times;
  private final InstantSource clock;
  private KeySet known;
  private Instant lastTry = Instant.MIN;
  private boolean lastFailed;
  private Uni<KeySet> running;

  /**
   * How keys age.
   *
   * @param refresh after so long they are read anew
   * @param trusted for so long they are used while the issuer is away
   * @param pause at least so long between two tries
   */
  record Times(Duration refresh, Duration trusted, Duration pause) {}

  SigningKeys(Supplier<Uni<KeySet>> issuer, Times times, InstantSource clock) {
    this.issuer = issuer;
    this.times = times;
    this.clock = clock;
  }

  /**
   * The key that a token says it is signed with; empty when the issuer has no such key. Fails with
   * {@link DependencyUnavailable} when only the issuer could tell and it is away.
   */
  Uni<Optional<Key>> find(JsonWebSignature signed) {
    return Uni.createFrom().deferred(() -> look(signed));
  }

  private synchronized Uni<Optional<Key>> look(JsonWebSignature signed) {
    Instant now = clock.instant();
    Optional<Key> key = known == null ? Optional.empty() : known.of(signed);
    if (key.isPresent() && isYounger(times.refresh(), now)) {
      return Uni.createFrom().item(key);
    }
    boolean mayAsk = running != null || !now.isBefore(lastTryEnds());
    Uni<Optional<Key>> asked =
        mayAsk ? read(now).map(keys -> keys.of(signed)) : withoutAsking(signed);
    return key.isPresent() && isYounger(times.trusted(), now)
        ? asked.onFailure().recoverWithItem(key)
        : asked;
  }

  private Instant lastTryEnds() {
    return lastTry.equals(Instant.MIN) ? Instant.MIN : lastTry.plus(times.pause());
  }

  private boolean isYounger(Duration age, Instant now) {
    return now.isBefore(known.readAt().plus(age));
  }

  private Uni<Optional<Key>> withoutAsking(JsonWebSignature signed) {
    return lastFailed || known == null
        ? Uni.createFrom().failure(away(null))
        : Uni.createFrom().item(known.of(signed));
  }

  private Uni<KeySet> read(Instant now) {
    if (running == null) {
      lastTry = now;
      running =
          issuer
              .get()
              .invoke(this::keep)
              .onFailure()
              .invoke(this::note)
              .onFailure()
              .transform(SigningKeys::away)
              .onTermination()
              .invoke(this::end)
              .memoize()
              .indefinitely();
    }
    return running;
  }

  private synchronized void keep(KeySet read) {
    if (lastFailed) {
      LOG.info("The issuer of tokens answers again");
    }
    known = read;
    lastFailed = false;
  }

  private synchronized void note(Throwable failure) {
    if (!lastFailed) {
      LOG.warnf("The issuer of tokens cannot be asked for its keys: %s", failure);
    }
    lastFailed = true;
  }

  private synchronized void end() {
    running = null;
  }

  private static DependencyUnavailable away(Throwable cause) {
    return new DependencyUnavailable("the issuer of tokens", cause);
  }
}
