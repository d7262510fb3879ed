package io.ledgerline.report.access;

import io.ledgerline.platform.access.Roles;
import io.ledgerline.platform.problem.InvalidRequest;

/**
 * Which keys are asked for; null stands for all.
 *
 * @param name a part of the name, in small letters or capitals
 * @param role one that was granted
 * @param revoked whether it was taken back
 * @param expired whether its time is over
 */
public record KeyQuery(String name, String role, Boolean revoked, Boolean expired) {
  /** Checks the role. */
  public KeyQuery {
    if (role != null && !Roles.ALL.contains(role)) {
      throw InvalidRequest.field(
          "role",
          "unknown-role",
          "'role' is one of ingest, viewer, billing-admin, admin, service.");
    }
  }
}
