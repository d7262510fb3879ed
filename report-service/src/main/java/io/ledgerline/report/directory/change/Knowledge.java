package io.ledgerline.report.directory.change;

import io.ledgerline.report.book.Register;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.UserKey;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.WorkspaceKey;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What has to be known to change a directory.
 *
 * @param users all of them
 * @param workspaces all of them
 * @param memberships all of them
 * @param people at least those whom the change touches, and those who have a name that it gives
 */
public record Knowledge(
    Register<UserKey, UserFacts> users,
    Register<WorkspaceKey, WorkspaceFacts> workspaces,
    Register<MembershipKey, MemberFacts> memberships,
    Map<UUID, Person> people) {
  /** Checks that all is there, and copies. */
  public Knowledge {
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(workspaces, "workspaces");
    Objects.requireNonNull(memberships, "memberships");
    people = Map.copyOf(people);
  }
}
