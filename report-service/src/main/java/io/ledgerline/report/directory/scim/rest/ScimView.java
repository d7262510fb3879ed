package io.ledgerline.report.directory.scim.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectoryBook;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.KnownPerson;
import io.ledgerline.report.directory.Membership;
import io.ledgerline.report.directory.UserKey;
import io.ledgerline.report.directory.Workspace;
import io.ledgerline.report.directory.WorkspaceKey;
import io.ledgerline.report.directory.scim.ScimGroups;
import io.ledgerline.report.directory.scim.ScimSchemas;
import io.ledgerline.report.directory.scim.ScimUsers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The directory at an instant, as SCIM shows it: who is deleted is not there. */
final class ScimView {
  private final DirectoryBook book;
  private final Directory directory;
  private final String base;

  /**
   * Of a book.
   *
   * @param base the address of all of SCIM
   */
  ScimView(DirectoryBook book, Instant time, String base) {
    this.book = book;
    this.directory = book.at(time);
    this.base = base;
  }

  /** All users. */
  List<ObjectNode> users() {
    return directory.users().stream().filter(ScimView::isThere).map(this::user).toList();
  }

  /** One user; empty when there is none. */
  Optional<ObjectNode> user(UUID id) {
    return directory.user(id).filter(ScimView::isThere).map(this::user);
  }

  /** All groups. */
  List<ObjectNode> groups() {
    return directory.workspaces().stream()
        .filter(workspace -> !workspace.isDeleted())
        .map(this::group)
        .toList();
  }

  /** One group; empty when there is none. */
  Optional<ObjectNode> group(UUID id) {
    return directory.workspace(id).filter(one -> !one.isDeleted()).map(this::group);
  }

  private static boolean isThere(DirectoryUser user) {
    return user.deletedAt() == null && !user.isErased();
  }

  private ObjectNode user(DirectoryUser user) {
    ObjectNode node = ScimUsers.resource(user);
    String version = ScimAnswers.version(node);
    List<Membership> memberships =
        directory.membershipsOf(user).stream()
            .filter(membership -> !membership.workspace().isDeleted())
            .toList();
    if (!memberships.isEmpty()) {
      ArrayNode groups = node.putArray("groups");
      for (Membership membership : memberships) {
        Workspace workspace = membership.workspace();
        groups
            .addObject()
            .put("value", workspace.id().toString())
            .put("$ref", base + ScimSchemas.GROUPS.endpoint() + "/" + workspace.id())
            .put("display", workspace.name())
            .put("type", "direct");
      }
    }
    KnownPerson known = book.people().get(user.id());
    Instant changed =
        latest(
            Stream.concat(
                Stream.ofNullable(known).map(KnownPerson::since),
                book.users().versions(new UserKey(user.id())).stream().map(Entry::knownSince)));
    return meta(node, "User", user.id(), user.createdAt(), changed, version);
  }

  private ObjectNode group(Workspace workspace) {
    List<Membership> members =
        directory.members(workspace).stream().filter(one -> isThere(one.user())).toList();
    ObjectNode node = ScimGroups.resource(workspace, members, base);
    Instant changed =
        latest(
            Stream.concat(
                members.stream()
                    .map(Membership::joinedAt)
                    .filter(joined -> joined.isAfter(workspace.createdAt())),
                book.workspaces().versions(new WorkspaceKey(workspace.id())).stream()
                    .map(Entry::knownSince)));
    String version =
        groupVersion(workspace, members.stream().map(member -> member.user().id()).toList());
    return meta(node, "Group", workspace.id(), workspace.createdAt(), changed, version);
  }

  /** The entity tag of a group. */
  static String groupVersion(Workspace workspace, List<UUID> members) {
    ObjectNode writable = ScimGroups.writable(workspace, members);
    return ScimAnswers.version(writable.put("id", workspace.id().toString()));
  }

  private ObjectNode meta(
      ObjectNode node, String type, UUID id, Instant created, Instant changed, String version) {
    node.putObject("meta")
        .put("resourceType", type)
        .put("created", created.toString())
        .put("lastModified", (changed == null ? created : changed).toString())
        .put("location", base + "/" + type + "s/" + id)
        .put("version", version);
    return node;
  }

  private static Instant latest(Stream<Instant> times) {
    return times.max(Instant::compareTo).orElse(null);
  }
}
