package io.ledgerline.platform.access;

import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what the directory answered for a few seconds, "there is no such key" too. */
@Singleton
public class KeyCache {
  /** Far more than keys in use; a guesser who fills it only empties it. */
  private static final int MAX_ENTRIES = 10_000;

  private final KeyDirectory directory;
  private final Duration trusted;
  private final InstantSource clock;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(Optional<KnownKey> key, Instant until) {}

  @Inject
  KeyCache(Instance<KeyDirectory> directory, AccessConfig config, Clock clock) {
    this(
        directory.isUnsatisfied()
            ? prefix -> Uni.createFrom().item(Optional.empty())
            : prefix -> directory.get().find(prefix),
        config.cacheTime(),
        clock);
  }

  KeyCache(KeyDirectory directory, Duration trusted, InstantSource clock) {
    this.directory = directory;
    this.trusted = trusted;
    this.clock = clock;
  }

  /** Finds a key by its prefix; fails when the directory fails and nothing fresh is known. */
  Uni<Optional<KnownKey>> find(String prefix) {
    Entry entry = entries.get(prefix);
    if (entry != null && clock.instant().isBefore(entry.until())) {
      return Uni.createFrom().item(entry.key());
    }
    return directory.find(prefix).invoke(found -> keep(prefix, found));
  }

  /** Whose key a prefix is of; the installation's own tenant when that is not known. */
  public Uni<TenantId> tenantOf(String prefix) {
    Uni<Optional<KnownKey>> key =
        prefix == null ? Uni.createFrom().item(Optional.empty()) : find(prefix);
    return key.map(found -> found.map(KnownKey::tenant).orElse(TenantId.DEFAULT))
        .onFailure()
        .recoverWithItem(TenantId.DEFAULT);
  }

  /** Forgets a key, for a directory that has just changed it. */
  public void forget(String prefix) {
    entries.remove(prefix);
  }

  private void keep(String prefix, Optional<KnownKey> found) {
    if (entries.size() >= MAX_ENTRIES) {
      entries.clear();
    }
    entries.put(prefix, new Entry(found, clock.instant().plus(trusted)));
  }
}
