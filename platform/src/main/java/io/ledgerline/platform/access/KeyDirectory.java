package io.ledgerline.platform.access;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Where a service looks API keys up: report-service in its own table, the others in their replica.
 * The answer is kept for a few seconds ({@code ledgerline.access.cache-time}).
 */
public interface KeyDirectory {
  /**
   * Finds a key by its prefix, revoked and expired ones too.
   *
   * @return empty when there is none; a failure when the directory cannot be read, which callers
   *     see as 503
   */
  Uni<Optional<KnownKey>> find(String prefix);
}
