package io.ledgerline.report.directory;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * All that was known of the directory at one instant: of every time, for any question. Immutable
 * and safe for any thread.
 *
 * @param knownAt the instant whose knowledge this is
 * @param users by surrogate
 * @param workspaces by identity
 * @param memberships by workspace and user
 * @param people who the surrogates are; those erased are missing, whatever {@code knownAt} is
 * @param sources where it comes from, by name, each as heard last by then
 */
public record DirectoryBook(
    Instant knownAt,
    Register<UserKey, UserFacts> users,
    Register<WorkspaceKey, WorkspaceFacts> workspaces,
    Register<MembershipKey, MemberFacts> memberships,
    Map<UUID, KnownPerson> people,
    List<DirectorySource> sources) {
  /** Checks that all is there, and copies what is small. */
  public DirectoryBook {
    Objects.requireNonNull(knownAt, "knownAt");
    Objects.requireNonNull(users, "users");
    Objects.requireNonNull(workspaces, "workspaces");
    Objects.requireNonNull(memberships, "memberships");
    people = Map.copyOf(people);
    sources = List.copyOf(sources);
  }

  /** An empty directory. */
  public static DirectoryBook empty(Instant knownAt) {
    return new DirectoryBook(
        knownAt,
        new Register<>(knownAt, List.of()),
        new Register<>(knownAt, List.of()),
        new Register<>(knownAt, List.of()),
        Map.of(),
        List.of());
  }

  /** The same knowledge, looked at from {@code later}: nothing was learnt in between. */
  public DirectoryBook seenFrom(Instant later, List<DirectorySource> heard) {
    return new DirectoryBook(
        later,
        users.seenFrom(later),
        workspaces.seenFrom(later),
        memberships.seenFrom(later),
        people,
        heard);
  }

  /** The directory of a period: everybody with the status that they have when it ends. */
  public Directory during(Period period) {
    return Directory.of(this, period.from(), period.to());
  }

  /** The directory at an instant; what happens just then has happened. */
  public Directory at(Instant time) {
    return Directory.of(this, time, time.plusNanos(1));
  }
}
