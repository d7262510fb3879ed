package io.ledgerline.report.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds users by the texts that name them. */
final class NameIndex {
  /** What somebody is found by; the first that knows a text decides. */
  private static final List<Function<Person, List<String>>> WAYS =
      List.of(
          Person::aliases,
          person -> List.of(person.userName()),
          Person::emails,
          person -> person.externalId() == null ? List.of() : List.of(person.externalId()),
          Person::former);

  private final List<Map<String, List<DirectoryUser>>> ways;
  private final Instant from;
  private final Instant to;

  NameIndex(List<DirectoryUser> users, Instant from, Instant to) {
    this.from = from;
    this.to = to;
    ways = WAYS.stream().map(way -> index(users, way)).toList();
  }

  private static Map<String, List<DirectoryUser>> index(
      List<DirectoryUser> users, Function<Person, List<String>> way) {
    Map<String, List<DirectoryUser>> index = new HashMap<>();
    for (DirectoryUser user : users) {
      if (!user.isErased()) {
        way.apply(user.person()).stream()
            .map(Person::key)
            .distinct()
            .forEach(key -> index.computeIfAbsent(key, k -> new ArrayList<>(1)).add(user));
      }
    }
    return index;
  }

  Optional<DirectoryUser> find(String name) {
    return find(name, user -> user.isThereWithin(from, to));
  }

  Optional<DirectoryUser> find(String name, Instant time) {
    return find(name, user -> user.isThereAt(time));
  }

  private Optional<DirectoryUser> find(String name, Predicate<DirectoryUser> isThere) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    String key = Person.key(name);
    for (Map<String, List<DirectoryUser>> way : ways) {
      List<DirectoryUser> found = way.getOrDefault(key, List.of());
      if (!found.isEmpty()) {
        return only(found, isThere);
      }
    }
    return Optional.empty();
  }

  private static Optional<DirectoryUser> only(
      List<DirectoryUser> found, Predicate<DirectoryUser> isThere) {
    if (found.size() == 1) {
      return Optional.of(found.getFirst());
    }
    List<DirectoryUser> there = found.stream().filter(isThere).toList();
    return there.size() == 1 ? Optional.of(there.getFirst()) : Optional.empty();
  }
}
