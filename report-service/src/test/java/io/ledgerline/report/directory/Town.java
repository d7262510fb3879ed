package io.ledgerline.report.directory;

import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.book.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A directory that tests fill. What is told later was learnt later. */
public final class Town {
  private static final Provenance BY = new Provenance("test", "test");

  private final List<Entry<UserKey, UserFacts>> users = new ArrayList<>();
  private final List<Entry<WorkspaceKey, WorkspaceFacts>> workspaces = new ArrayList<>();
  private final List<Entry<MembershipKey, MemberFacts>> memberships = new ArrayList<>();
  private final Map<UUID, KnownPerson> people = new HashMap<>();
  private Instant learnt = Instant.parse("2030-01-01T00:00:00Z");

  /** A surrogate of a small number. */
  public static UUID id(int n) {
    return new UUID(0, n);
  }

  /** The text as an instant; a date means its start. */
  public static Instant time(String text) {
    return Instant.parse(text.length() > 10 ? text : text + "T00:00:00Z");
  }

  /** Who a surrogate is. */
  public Town person(int user, Person person) {
    people.put(id(user), new KnownPerson(person, learnt));
    return this;
  }

  /** Somebody who came. */
  public Town user(int user, String userName, String email, String created) {
    return person(user, Person.of(userName, email))
        .facts(user, created, UserFacts.since(time(created), null));
  }

  /** What counts of a user from some time on. */
  public Town facts(int user, String from, UserFacts facts) {
    users.add(entry(new UserKey(id(user)), facts, from));
    return this;
  }

  /** A workspace that was made. */
  public Town workspace(int workspace, String name, String created) {
    return workspace(workspace, created, new WorkspaceFacts(name, null, time(created), null, null));
  }

  /** What counts of a workspace from some time on. */
  public Town workspace(int workspace, String from, WorkspaceFacts facts) {
    workspaces.add(entry(new WorkspaceKey(id(workspace)), facts, from));
    return this;
  }

  /** Somebody who became a member. */
  public Town member(int workspace, int user, String joined) {
    return member(workspace, user, joined, new MemberFacts("member", time(joined), null));
  }

  /** What counts of a membership from some time on. */
  public Town member(int workspace, int user, String from, MemberFacts facts) {
    memberships.add(entry(new MembershipKey(id(workspace), id(user)), facts, from));
    return this;
  }

  /** Everything that was told. */
  public DirectoryBook book() {
    return new DirectoryBook(
        learnt,
        new Register<>(learnt, users),
        new Register<>(learnt, workspaces),
        new Register<>(learnt, memberships),
        people,
        List.of());
  }

  private <K, V> Entry<K, V> entry(K key, V value, String from) {
    learnt = learnt.plusSeconds(1);
    Validity validity = new Validity(QuarterHour.of(time(from)).start(), null);
    return new Entry<>(UUID.randomUUID(), key, value, validity, learnt, BY);
  }
}
