package io.ledgerline.report.directory;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody's membership as of a time.
 *
 * @param workspace of which
 * @param user who
 * @param facts since when and as what
 */
public record Membership(Workspace workspace, DirectoryUser user, MemberFacts facts) {
  /** Checks that all is there. */
  public Membership {
    Objects.requireNonNull(workspace, "workspace");
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(facts, "facts");
  }

  /** What the member may do there, in the source's words; null when it has none. */
  public String role() {
    return facts.role();
  }

  /** When the user became a member. */
  public Instant joinedAt() {
    return facts.joinedAt();
  }

  /** Since when the user is none; null for a member. */
  public Instant leftAt() {
    return facts.leftAt();
  }

  /** Whether the user is a member still. */
  public boolean isCurrent() {
    return facts.leftAt() == null;
  }
}
