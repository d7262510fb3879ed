package io.ledgerline.report.directory.store;

import io.ledgerline.report.directory.Person;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose names a change has to know: those it touches, and those who have a name that it gives.
 *
 * @param everybody whether all of them, as for a table
 * @param ids surrogates
 * @param names names, as {@link Person#key} has them
 */
public record Reach(boolean everybody, Set<UUID> ids, Set<String> names) {
  /** Everybody. */
  public static final Reach EVERYBODY = new Reach(true, Set.of(), Set.of());

  /** Nobody: of facts alone. */
  public static final Reach NOBODY = new Reach(false, Set.of(), Set.of());

  /** Copies. */
  public Reach {
    ids = Set.copyOf(ids);
    names = Set.copyOf(names);
  }

  /** One user. */
  public static Reach of(UUID id) {
    return new Reach(false, Set.of(id), Set.of());
  }

  /** Whoever has one of these names. */
  public static Reach ofNames(Collection<String> names) {
    return new Reach(false, Set.of(), names.stream().map(Person::key).collect(Collectors.toSet()));
  }

  /** Whoever has a name of this person. */
  public static Reach of(Person person) {
    return ofNames(person.keys());
  }

  /** One user, and whoever has a name of this person. */
  public static Reach of(UUID id, Person person) {
    return new Reach(false, Set.of(id), Set.copyOf(person.keys()));
  }

  /** One user, and whoever has one of these names. */
  public static Reach of(UUID id, List<String> names) {
    return new Reach(false, Set.of(id), ofNames(names).names());
  }
}
