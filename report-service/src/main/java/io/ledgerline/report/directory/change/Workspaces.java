package io.ledgerline.report.directory.change;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.directory.Moments;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.WorkspaceKey;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The workspaces of a workbook. */
public final class Workspaces {
  private final Knowledge known;
  private final Instant now;
  private final Map<UUID, WorkspaceCourse> courses = new HashMap<>();
  private final Set<UUID> added = new HashSet<>();

  Workspaces(Knowledge known, Instant now) {
    this.known = known;
    this.now = now;
  }

  /** Whether there is such a workspace, deleted ones too. */
  public boolean knows(UUID workspace) {
    return course(workspace).last() != null;
  }

  /** What is said of one in the end; null when nothing is. */
  public WorkspaceFacts facts(UUID workspace) {
    return course(workspace).last();
  }

  /** Those that are there and have this name, in any case of letters. */
  public List<UUID> named(String name) {
    return found(facts -> Person.key(facts.name()).equals(Person.key(name)), false);
  }

  /** Those that are there and are known to the source by this. */
  public List<UUID> identified(String externalId) {
    return externalId == null
        ? List.of()
        : found(facts -> externalId.equals(facts.externalId()), false);
  }

  /** Those that are gone and had this name. */
  public List<UUID> formerly(String name) {
    return found(facts -> Person.key(facts.name()).equals(Person.key(name)), true);
  }

  /**
   * The workspace that a caller means: by identity, name or external id.
   *
   * @throws InvalidValueException when none or several are meant
   */
  public UUID meant(String field, String text) {
    Optional<UUID> id = Ids.of(text).filter(this::knows);
    if (id.isPresent()) {
      return id.get();
    }
    List<UUID> found = text == null ? List.of() : named(text);
    if (found.isEmpty()) {
      found = identified(text);
    }
    if (found.size() != 1) {
      throw new InvalidValueException(
          field,
          found.isEmpty() ? "unknown-workspace" : "ambiguous-workspace",
          "'" + field + "' names one workspace by its id, name or external id.");
    }
    return found.getFirst();
  }

  /** One was made. */
  public UUID add(WorkspaceFacts facts) {
    requireFree(null, facts.name());
    UUID workspace = UUID.randomUUID();
    course(workspace).create(facts);
    added.add(workspace);
    return workspace;
  }

  /** Is called otherwise from then on. */
  public void rename(UUID workspace, Instant time, String name) {
    if (!name.equals(facts(workspace).name())) {
      requireFree(workspace, name);
    }
    course(workspace).rename(Moments.required("effective", time), name);
  }

  /** Is known otherwise to the source from then on. */
  public void identify(UUID workspace, Instant time, String externalId) {
    course(workspace).identify(Moments.required("effective", time), externalId);
  }

  /** Belongs to another organisation from then on. */
  public void organise(UUID workspace, Instant time, String organisation) {
    course(workspace).organise(Moments.required("effective", time), organisation);
  }

  /** Was made at another time. */
  public void createAt(UUID workspace, Instant time) {
    course(workspace).createAt(Moments.required("createdAt", time));
  }

  /** Is gone from then on. */
  public void delete(UUID workspace, Instant time) {
    course(workspace).delete(Moments.required("effective", time));
  }

  /** Is back from then on. */
  public void restore(UUID workspace, Instant time) {
    course(workspace).restore(Moments.required("effective", time));
    requireFree(workspace, facts(workspace).name());
  }

  /** Whether one is gone by now. */
  public boolean isGone(UUID workspace) {
    WorkspaceFacts facts = facts(workspace);
    return facts == null || facts.deletedAt() != null && !facts.deletedAt().isAfter(now);
  }

  /** What becomes of one. */
  public Outcome outcome(UUID workspace) {
    if (added.contains(workspace)) {
      return Outcome.ADDED;
    }
    return course(workspace).isChanged() ? Outcome.CHANGED : Outcome.UNCHANGED;
  }

  List<Draft<WorkspaceKey, WorkspaceFacts>> drafts() {
    return courses.values().stream().flatMap(course -> course.drafts().stream()).toList();
  }

  private void requireFree(UUID workspace, String name) {
    if (named(name).stream().anyMatch(other -> !other.equals(workspace))) {
      throw new NameTakenException(
          "name", "There is a workspace of that name already, whatever its case.");
    }
  }

  private List<UUID> found(Predicate<WorkspaceFacts> meant, boolean gone) {
    return Stream.concat(
            known.workspaces().keys().stream().map(WorkspaceKey::workspace), added.stream())
        .distinct()
        .filter(id -> facts(id) != null && isGone(id) == gone && meant.test(facts(id)))
        .toList();
  }

  private WorkspaceCourse course(UUID workspace) {
    WorkspaceKey key = new WorkspaceKey(workspace);
    return courses.computeIfAbsent(
        workspace, id -> new WorkspaceCourse(key, known.workspaces().spans(key)));
  }
}
