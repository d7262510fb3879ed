package io.ledgerline.report.directory;

import java.util.Objects;
import java.util.UUID;

/**
 * The key of the book's memberships.
 *
 * @param workspace of which
 * @param user who
 */
public record MembershipKey(UUID workspace, UUID user) {
  /** Checks that both are there. */
  public MembershipKey {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(user, "user");
  }
}
