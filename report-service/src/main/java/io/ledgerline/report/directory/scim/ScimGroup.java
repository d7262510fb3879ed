package io.ledgerline.report.directory.scim;

import java.util.Set;
import java.util.UUID;

/**
 * What a client says of a group.
 *
 * @param name the workspace's name
 * @param externalId what the client knows it by; null when it has no such
 * @param members surrogates of users
 */
public record ScimGroup(String name, String externalId, Set<UUID> members) {
  /** Copies. */
  public ScimGroup {
    members = Set.copyOf(members);
  }
}
