package io.ledgerline.report.directory.change;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.UserKey;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.WorkspaceKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What makes a directory another one.
 *
 * @param users for the book
 * @param workspaces for the book
 * @param memberships for the book
 * @param people whose names are others now
 * @param gone whose user names are free for others
 * @param back whose user names are theirs again
 */
public record Edits(
    List<Draft<UserKey, UserFacts>> users,
    List<Draft<WorkspaceKey, WorkspaceFacts>> workspaces,
    List<Draft<MembershipKey, MemberFacts>> memberships,
    Map<UUID, Person> people,
    Set<UUID> gone,
    Set<UUID> back) {
  /** Copies. */
  public Edits {
    users = List.copyOf(users);
    workspaces = List.copyOf(workspaces);
    memberships = List.copyOf(memberships);
    people = Map.copyOf(people);
    gone = Set.copyOf(gone);
    back = Set.copyOf(back);
  }
}
