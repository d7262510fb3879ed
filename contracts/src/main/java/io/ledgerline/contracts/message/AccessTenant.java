package io.ledgerline.contracts.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.TenantId;
import java.time.Instant;
import java.util.Objects;

/**
 * A tenant as the services have to know it.
 *
 * @param tenant its id
 * @param suspendedAt since when its keys and tokens are refused; null while they are taken
 * @param revision grows with every change; the highest counts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessTenant(TenantId tenant, Instant suspendedAt, long revision) {
  /** Checks that all is there. */
  public AccessTenant {
    Objects.requireNonNull(tenant, "tenant");
  }
}
