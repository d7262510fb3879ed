package io.ledgerline.platform.access;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.TenantDirectory.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps for a few seconds how tenants stand. The tenant {@code default} is the installation's own:
 * it always is active, and nothing is looked up for it.
 */
@Singleton
public class TenantCache {
  private static final int MAX_ENTRIES = 10_000;

  private final TenantDirectory directory;
  private final Duration trusted;
  private final InstantSource clock;
  private final Map<TenantId, Entry> entries = new ConcurrentHashMap<>();

  private record Entry(Standing standing, Instant until) {}

  @Inject
  TenantCache(Instance<TenantDirectory> directory, AccessConfig config, Clock clock) {
    this(
        directory.isUnsatisfied()
            ? tenant -> Uni.createFrom().item(Standing.UNKNOWN)
            : tenant -> directory.get().standing(tenant),
        config.cacheTime(),
        clock);
  }

  TenantCache(TenantDirectory directory, Duration trusted, InstantSource clock) {
    this.directory = directory;
    this.trusted = trusted;
    this.clock = clock;
  }

  /** Tells how a tenant stands; fails when the directory fails and nothing fresh is known. */
  public Uni<Standing> standing(TenantId tenant) {
    if (tenant.equals(TenantId.DEFAULT)) {
      return Uni.createFrom().item(Standing.ACTIVE);
    }
    Entry entry = entries.get(tenant);
    if (entry != null && clock.instant().isBefore(entry.until())) {
      return Uni.createFrom().item(entry.standing());
    }
    return directory.standing(tenant).invoke(standing -> keep(tenant, standing));
  }

  /** Forgets a tenant, for a directory that has just changed it. */
  public void forget(TenantId tenant) {
    entries.remove(tenant);
  }

  private void keep(TenantId tenant, Standing standing) {
    if (entries.size() >= MAX_ENTRIES) {
      entries.clear();
    }
    entries.put(tenant, new Entry(standing, clock.instant().plus(trusted)));
  }
}
