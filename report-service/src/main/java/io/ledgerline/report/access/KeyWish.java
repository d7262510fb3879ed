package io.ledgerline.report.access;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.platform.access.Roles;
import java.time.Instant;
import java.util.Set;

/**
 * What a new key is to be.
 *
 * @param name what people call it
 * @param roles at least one of {@link Roles#ALL}
 * @param expiresAt null for never
 * @param scope what of the tenant it sees; null for all that its maker sees
 */
public record KeyWish(String name, Set<String> roles, Instant expiresAt, AccessScope scope) {
  private static final int MAX_NAME = 100;

  /** Checks name and roles. */
  public KeyWish {
    name = Texts.required("name", name, MAX_NAME);
    if (roles == null || roles.isEmpty() || !Roles.ALL.containsAll(roles)) {
      throw new InvalidValueException(
          "roles",
          "unknown-role",
          "'roles' has at least one of ingest, viewer, billing-admin, admin, service.");
    }
    roles = Set.copyOf(roles);
  }
}
