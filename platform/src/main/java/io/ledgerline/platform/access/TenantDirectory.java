package io.ledgerline.platform.access;

import io.ledgerline.contracts.TenantId;
import io.smallrye.mutiny.Uni;

/**
 * Where a service looks tenants up: report-service in its own table, the others in their replica.
 * The answer is kept for a few seconds ({@code ledgerline.access.cache-time}).
 */
public interface TenantDirectory {
  /** How a tenant stands. */
  enum Standing {
    /** Registered and not suspended. */
    ACTIVE,
    /** Its keys and tokens are refused. */
    SUSPENDED,
    /** Not registered: keys of it may be there, from configuration; tokens are refused. */
    UNKNOWN
  }

  /** Tells how a tenant stands; fails when the directory cannot be read. */
  Uni<Standing> standing(TenantId tenant);
}
