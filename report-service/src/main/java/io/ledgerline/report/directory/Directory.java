package io.ledgerline.report.directory;

import io.ledgerline.report.book.Register;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * Users, workspaces and memberships of a time, also those without any usage, each with the status
 * that it has when that time ends. Immutable and safe for any thread.
 */
public final class Directory {
  private static final Comparator<DirectoryUser> BY_USER_NAME =
      Comparator.comparing((DirectoryUser user) -> Person.key(user.userName()))
          .thenComparing(DirectoryUser::id);

  private static final Comparator<Workspace> BY_NAME =
      Comparator.comparing(Workspace::name).thenComparing(Workspace::id);

  private final DirectoryBook book;
  private final Instant from;
  private final Instant to;
  private final Map<UUID, DirectoryUser> usersById = new HashMap<>();
  private final Map<UUID, Workspace> workspacesById = new HashMap<>();
  private final Map<UUID, List<Membership>> byWorkspace = new HashMap<>();
  private final Map<UUID, List<Membership>> byUser = new HashMap<>();
  private final List<DirectoryUser> users;
  private final List<Workspace> workspaces;
  private final List<Membership> memberships;
  private final NameIndex names;

  private Directory(DirectoryBook book, Instant from, Instant to) {
    this.book = book;
    this.from = from;
    this.to = to;
    users = readUsers();
    workspaces = readWorkspaces();
    memberships = readMemberships();
    names = new NameIndex(users, from, to);
  }

  /** The directory of {@code [from, to)}. */
  static Directory of(DirectoryBook book, Instant from, Instant to) {
    return new Directory(book, from, to);
  }

  /** The instant whose knowledge this is. */
  public Instant knownAt() {
    return book.knownAt();
  }

  /** Where it comes from, by name, each as heard last when {@link #knownAt} was. */
  public List<DirectorySource> sources() {
    return book.sources();
  }

  /** Everybody who had come before the end, by user name; those gone too, however long ago. */
  public List<DirectoryUser> users() {
    return users;
  }

  /** Every workspace made before the end, by name; those gone too, however long ago. */
  public List<Workspace> workspaces() {
    return workspaces;
  }

  /** Every membership of the time, by workspace and user name; those that ended within it too. */
  public List<Membership> memberships() {
    return memberships;
  }

  /** Who is a member when the time ends, by user name; suspended and deleted users too. */
  public List<Membership> members(Workspace workspace) {
    return byWorkspace.getOrDefault(workspace.id(), List.of()).stream()
        .filter(Membership::isCurrent)
        .toList();
  }

  /** Where somebody is a member when the time ends, by workspace name. */
  public List<Membership> membershipsOf(DirectoryUser user) {
    return byUser.getOrDefault(user.id(), List.of()).stream()
        .filter(Membership::isCurrent)
        .toList();
  }

  /** A user by surrogate. */
  public Optional<DirectoryUser> user(UUID id) {
    return Optional.ofNullable(usersById.get(id));
  }

  /** A workspace by identity. */
  public Optional<Workspace> workspace(UUID id) {
    return Optional.ofNullable(workspacesById.get(id));
  }

  /**
   * The user behind the text by which usage names who did it: a declared alias, a user name, an
   * e-mail address, an external id or a former name, in this order, whatever the case of letters.
   * Of several that one text may mean, the only one that was there within the time.
   *
   * @param principal null for usage that names nobody
   * @return empty when it means nobody known, or several: nobody is guessed
   */
  public Optional<DirectoryUser> find(String principal) {
    return names.find(principal);
  }

  /** The same, of several the only one that was there at {@code time}. */
  public Optional<DirectoryUser> find(String principal, Instant time) {
    return names.find(principal, time);
  }

  /**
   * The workspace that usage names: by name just so, by external id, or by name in another case of
   * letters.
   *
   * @param name null for usage without one
   * @return empty when it means none, or several
   */
  public Optional<Workspace> workspaceNamed(String name) {
    if (name == null) {
      return Optional.empty();
    }
    return only(workspace -> workspace.name().equals(name))
        .or(() -> only(workspace -> name.equals(workspace.externalId())))
        .or(() -> only(workspace -> Person.key(workspace.name()).equals(Person.key(name))));
  }

  private Optional<Workspace> only(Predicate<Workspace> meant) {
    List<Workspace> found = workspaces.stream().filter(meant).toList();
    if (found.size() > 1) {
      found =
          found.stream().filter(w -> w.deletedAt() == null || w.deletedAt().isAfter(from)).toList();
    }
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private List<DirectoryUser> readUsers() {
    return read(
            book.users(),
            (key, facts) ->
                facts.createdAt().isBefore(to)
                    ? new DirectoryUser(key.user(), person(key.user()), facts.before(to))
                    : null)
        .stream()
        .sorted(BY_USER_NAME)
        .peek(user -> usersById.put(user.id(), user))
        .toList();
  }

  private Person person(UUID user) {
    KnownPerson known = book.people().get(user);
    return known == null ? null : known.person();
  }

  private List<Workspace> readWorkspaces() {
    return read(
            book.workspaces(),
            (key, facts) ->
                facts.createdAt().isBefore(to)
                    ? new Workspace(key.workspace(), facts.before(to))
                    : null)
        .stream()
        .sorted(BY_NAME)
        .peek(workspace -> workspacesById.put(workspace.id(), workspace))
        .toList();
  }

  private List<Membership> readMemberships() {
    List<Membership> all =
        read(book.memberships(), this::membership).stream()
            .sorted(
                Comparator.comparing(Membership::workspace, BY_NAME)
                    .thenComparing(Membership::user, BY_USER_NAME))
            .toList();
    for (Membership one : all) {
      byWorkspace.computeIfAbsent(one.workspace().id(), id -> new ArrayList<>()).add(one);
      byUser.computeIfAbsent(one.user().id(), id -> new ArrayList<>()).add(one);
    }
    return all;
  }

  private Membership membership(MembershipKey key, MemberFacts facts) {
    Workspace workspace = workspacesById.get(key.workspace());
    DirectoryUser user = usersById.get(key.user());
    boolean within =
        facts.joinedAt().isBefore(to) && (facts.leftAt() == null || facts.leftAt().isAfter(from));
    return workspace == null || user == null || !within
        ? null
        : new Membership(workspace, user, facts.before(to));
  }

  /** What counts of each key just before the end; what {@code shape} makes null is left out. */
  private <K, V, T> List<T> read(Register<K, V> register, BiFunction<K, V, T> shape) {
    Instant last = to.minusNanos(1);
    List<T> found = new ArrayList<>();
    for (K key : register.keys()) {
      register.at(key, last).map(entry -> shape.apply(key, entry.value())).ifPresent(found::add);
    }
    return found;
  }
}
