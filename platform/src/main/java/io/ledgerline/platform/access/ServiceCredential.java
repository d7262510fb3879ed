package io.ledgerline.platform.access;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import java.util.Optional;

/**
 * What a caller shows: a key, and behind an {@code @} the tenant for which a service acts. Only a
 * key from configuration with the role service, of tenant {@code default}, may act for another
 * tenant; so one key between two services is enough, however many tenants are made.
 *
 * @param key the key's text
 * @param actingFor null when the key is used for its own tenant
 */
public record ServiceCredential(String key, TenantId actingFor) {
  private static final char AT = '@';
  private static final String BEARER = "Bearer ";

  /** The {@code Authorization} header of a service that acts for a tenant. */
  public static String bearer(String key, TenantId tenant) {
    return BEARER + (tenant.equals(TenantId.DEFAULT) ? key : key + AT + tenant.value());
  }

  /** Reads what a caller shows; empty when a tenant is named that cannot be one. */
  static Optional<ServiceCredential> parse(String text) {
    int at = text.indexOf(AT);
    if (at < 0) {
      return Optional.of(new ServiceCredential(text, null));
    }
    try {
      return Optional.of(
          new ServiceCredential(text.substring(0, at), new TenantId(text.substring(at + 1))));
    } catch (InvalidValueException e) {
      return Optional.empty();
    }
  }

  /** The key as it counts for this call; empty when it may not act for the tenant. */
  Optional<KnownKey> applied(KnownKey known) {
    if (actingFor == null) {
      return Optional.of(known);
    }
    return known.roles().contains(Roles.SERVICE) && known.tenant().equals(TenantId.DEFAULT)
        ? Optional.of(known.forServiceOf(actingFor))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "a credential" + (actingFor == null ? "" : " for " + actingFor);
  }
}
