package io.ledgerline.report.directory.rest;

import io.ledgerline.platform.problem.InvalidRequest;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.Membership;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserStatus;
import io.ledgerline.report.directory.Workspace;
import io.ledgerline.report.directory.change.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Which users a list is narrowed to; each may be null. */
record UserQuery(
    String status,
    String userName,
    String email,
    String externalId,
    String organisation,
    String workspace,
    String principal) {
  UserQuery {
    if (status != null
        && Arrays.stream(UserStatus.values()).noneMatch(known -> text(known).equals(status))) {
      throw InvalidRequest.field(
          "status", "unknown-status", "'status' is active, suspended or deleted.");
    }
  }

  private static String text(UserStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  List<DirectoryUser> of(Directory directory) {
    return candidates(directory).filter(this::matches).toList();
  }

  private Stream<DirectoryUser> candidates(Directory directory) {
    if (principal != null) {
      return directory.find(principal).stream();
    }
    return workspace == null
        ? directory.users().stream()
        : workspace(directory, workspace).stream()
            .flatMap(one -> directory.members(one).stream())
            .map(Membership::user);
  }

  /** The workspace that a parameter means, by identity or name. */
  static Optional<Workspace> workspace(Directory directory, String text) {
    Optional<UUID> id = Ids.of(text);
    return id.flatMap(directory::workspace).or(() -> directory.workspaceNamed(text));
  }

  private boolean matches(DirectoryUser user) {
    return (status == null || text(user.status()).equals(status))
        && (userName == null || Person.key(user.userName()).equals(Person.key(userName)))
        && (email == null || hasEmail(user))
        && (externalId == null || externalId.equals(user.externalId()))
        && (organisation == null || organisation.equals(user.organisation()));
  }

  private boolean hasEmail(DirectoryUser user) {
    return !user.isErased()
        && user.person().emails().stream()
            .anyMatch(one -> Person.key(one).equals(Person.key(email)));
  }
}
