package io.ledgerline.report.directory.change;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.directory.Moments;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.UserKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The users of a workbook: who they are, what is said of them, and who has which name. */
public final class Users {
  private final Knowledge known;
  private final Instant now;
  private final Map<UUID, Person> people = new HashMap<>();
  private final Map<UUID, UserCourse> courses = new HashMap<>();
  private final Set<UUID> added = new HashSet<>();
  private final Map<String, Set<UUID>> byName = new HashMap<>();

  Users(Knowledge known, Instant now) {
    this.known = known;
    this.now = now;
    known.people().forEach(this::name);
  }

  /** Whether there is such a user, deleted ones too. */
  public boolean knows(UUID user) {
    return course(user).last() != null;
  }

  /** Who that is; empty once erased. */
  public Optional<Person> person(UUID user) {
    return Optional.ofNullable(people.get(user));
  }

  /** What is said of somebody in the end; null when nothing is. */
  public UserFacts facts(UUID user) {
    return course(user).last();
  }

  /** Whether somebody is gone by now. */
  public boolean isGone(UUID user) {
    UserFacts facts = facts(user);
    return facts == null || facts.deletedAt() != null && !facts.deletedAt().isAfter(now);
  }

  /** Those who are there and may be meant by a text: a user name first. */
  public List<UUID> named(String name) {
    String key = Person.key(name);
    List<UUID> found =
        byName.getOrDefault(key, Set.of()).stream().filter(user -> !isGone(user)).toList();
    List<UUID> exactly =
        found.stream().filter(user -> Person.key(people.get(user).userName()).equals(key)).toList();
    return exactly.isEmpty() ? found : exactly;
  }

  /** Those who are gone and had this user name. */
  public List<UUID> formerly(String userName) {
    String key = Person.key(userName);
    return byName.getOrDefault(key, Set.of()).stream()
        .filter(this::isGone)
        .filter(user -> Person.key(people.get(user).userName()).equals(key))
        .toList();
  }

  /**
   * The user that a caller means: by surrogate, user name or another name of one's own.
   *
   * @throws InvalidValueException when nobody or several are meant
   */
  public UUID meant(String field, String text) {
    Optional<UUID> id = Ids.of(text).filter(this::knows);
    if (id.isPresent()) {
      return id.get();
    }
    List<UUID> found = text == null ? List.of() : named(text);
    if (found.size() != 1) {
      throw new InvalidValueException(
          field,
          found.isEmpty() ? "unknown-user" : "ambiguous-user",
          found.isEmpty()
              ? "There is no such user as '" + field + "' names."
              : "'" + field + "' names several users; a user's id names one.");
    }
    return found.getFirst();
  }

  /**
   * The user that a caller means who speaks of a time: one who was there then, though gone by now;
   * else as {@link #meant(String, String)}.
   */
  public UUID meant(String field, String text, Instant time) {
    List<UUID> found =
        byName.getOrDefault(Person.key(text), Set.of()).stream()
            .filter(user -> isThere(user, time))
            .toList();
    List<UUID> exactly =
        found.stream()
            .filter(user -> Person.key(people.get(user).userName()).equals(Person.key(text)))
            .toList();
    if (exactly.size() == 1) {
      return exactly.getFirst();
    }
    return found.size() == 1 ? found.getFirst() : meant(field, text);
  }

  private boolean isThere(UUID user, Instant time) {
    UserFacts facts = course(user).at(time);
    return facts != null
        && !time.isBefore(facts.createdAt())
        && (facts.deletedAt() == null || time.isBefore(facts.deletedAt()));
  }

  /** Somebody came. */
  public UUID add(Person person, Instant createdAt, String organisation) {
    UUID user = UUID.randomUUID();
    requireFree(user, person);
    course(user).createAt(Moments.required("effective", createdAt), organisation);
    added.add(user);
    name(user, person);
    return user;
  }

  /** Somebody is called otherwise. */
  public void rename(UUID user, Person called) {
    Person before = people.get(user);
    Person person = before == null ? called : called.after(before);
    if (!person.equals(before)) {
      requireFree(user, person);
      if (before != null) {
        before.keys().forEach(key -> byName.get(key).remove(user));
      }
      name(user, person);
    }
  }

  /** Came at another time. */
  public void createAt(UUID user, Instant time) {
    course(user).createAt(Moments.required("createdAt", time), null);
  }

  /** May do nothing from then on. */
  public void suspend(UUID user, Instant time) {
    course(user).suspend(Moments.required("effective", time));
  }

  /** May act again from then on. */
  public void activate(UUID user, Instant time) {
    course(user).activate(Moments.required("effective", time));
  }

  /** Is gone from then on. */
  public void delete(UUID user, Instant time) {
    course(user).delete(Moments.required("effective", time));
  }

  /** Is back from then on. */
  public void restore(UUID user, Instant time) {
    course(user).restore(Moments.required("effective", time));
    if (people.containsKey(user)) {
      requireFree(user, people.get(user));
    }
  }

  /** Belongs to another organisation from then on. */
  public void organise(UUID user, Instant time, String organisation) {
    course(user).organise(Moments.required("effective", time), organisation);
  }

  /** What becomes of somebody. */
  public Outcome outcome(UUID user) {
    if (added.contains(user)) {
      return Outcome.ADDED;
    }
    boolean same =
        !course(user).isChanged()
            && (people.get(user) == null || people.get(user).equals(known.people().get(user)));
    return same ? Outcome.UNCHANGED : Outcome.CHANGED;
  }

  List<Draft<UserKey, UserFacts>> drafts() {
    return courses.values().stream().flatMap(course -> course.drafts().stream()).toList();
  }

  /** Whose names are others now. */
  Map<UUID, Person> renamed() {
    return people.entrySet().stream()
        .filter(one -> !one.getValue().equals(known.people().get(one.getKey())))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Everybody whose facts were looked at and who is gone, or is not. */
  Set<UUID> touched(boolean gone) {
    return courses.keySet().stream()
        .filter(user -> people.containsKey(user) && isGone(user) == gone)
        .collect(Collectors.toSet());
  }

  private void requireFree(UUID user, Person person) {
    for (String name : List.copyOf(own(person).toList())) {
      for (UUID other : byName.getOrDefault(Person.key(name), Set.of())) {
        boolean theirs =
            own(people.get(other)).anyMatch(own -> Person.key(own).equals(Person.key(name)));
        if (!other.equals(user) && theirs && !isGone(other)) {
          String field = name.equals(person.userName()) ? "userName" : "aliases";
          throw new NameTakenException(
              field, "Another user has the name that '" + field + "' gives, whatever its case.");
        }
      }
    }
  }

  /** What no two may have: user name and aliases. */
  private static Stream<String> own(Person person) {
    return Stream.concat(Stream.of(person.userName()), person.aliases().stream());
  }

  private void name(UUID user, Person person) {
    people.put(user, person);
    person.keys().forEach(key -> byName.computeIfAbsent(key, k -> new HashSet<>()).add(user));
  }

  private UserCourse course(UUID user) {
    UserKey key = new UserKey(user);
    return courses.computeIfAbsent(user, id -> new UserCourse(key, known.users().spans(key)));
  }
}
