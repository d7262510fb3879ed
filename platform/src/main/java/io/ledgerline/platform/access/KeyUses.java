package io.ledgerline.platform.access;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Notes when keys were used last, and tells it once a minute: of each key one instant, however
 * often it was used. An estimate for people; what is not told when a replica ends is lost.
 * Thread-safe.
 */
@Singleton
public class KeyUses {
  private static final Logger LOG = Logger.getLogger(KeyUses.class);

  /** Far more keys than are used within a minute. */
  private static final int MOST = 10_000;

  private static final int BATCH = 1_000;

  private final Instance<KeyUseSink> sink;
  private final Map<String, java.time.Instant> lastUsed = new ConcurrentHashMap<>();

  KeyUses(Instance<KeyUseSink> sink) {
    this.sink = sink;
  }

  /** Notes a use. */
  void used(String prefix, java.time.Instant at) {
    if (lastUsed.size() < MOST || lastUsed.containsKey(prefix)) {
      lastUsed.put(prefix, at);
    }
  }

  @Scheduled(every = "${ledgerline.access.uses-every:1m}", delayed = "10s")
  Uni<Void> tell() {
    Map<String, java.time.Instant> some = take();
    if (some.isEmpty() || sink.isUnsatisfied()) {
      return Uni.createFrom().voidItem();
    }
    return sink.get()
        .keep(some)
        .onFailure()
        .invoke(failure -> again(some, failure))
        .onFailure()
        .recoverWithNull();
  }

  private Map<String, java.time.Instant> take() {
    Map<String, java.time.Instant> some = new HashMap<>();
    for (String prefix : List.copyOf(lastUsed.keySet())) {
      java.time.Instant at = some.size() < BATCH ? lastUsed.remove(prefix) : null;
      if (at != null) {
        some.put(prefix, at.truncatedTo(ChronoUnit.SECONDS));
      }
    }
    return some;
  }

  private void again(Map<String, java.time.Instant> some, Throwable failure) {
    LOG.debugf("When keys were used last is told later: %s", failure);
    some.forEach(lastUsed::putIfAbsent);
  }
}
