package io.ledgerline.report.directory.change;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.UserKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is said of one user over time, and what may happen to them. */
final class UserCourse {
  private final UserKey key;
  private final Course<UserFacts> course;

  UserCourse(UserKey key, List<Span<UserKey, UserFacts>> said) {
    this.key = key;
    this.course = new Course<>(said);
  }

  boolean isChanged() {
    return course.isChanged();
  }

  /** What is said in the end; null for nothing. */
  UserFacts last() {
    return course.last();
  }

  /** What is said at {@code time}; null for nothing. */
  UserFacts at(Instant time) {
    return course.at(time);
  }

  List<Draft<UserKey, UserFacts>> drafts() {
    return course.drafts(key);
  }

  /** Came, at another time than was said so far. */
  void createAt(Instant time, String organisation) {
    Instant first = course.first();
    if (first == null) {
      course.edit(time, (before, said) -> true, nothing -> UserFacts.since(time, organisation));
      return;
    }
    Instant start = QuarterHour.of(time).start();
    UserFacts oldest = course.at(first);
    Instant origin = first.isBefore(start) ? first : start;
    course.edit(
        origin,
        (before, said) -> true,
        said -> since(time, said == null ? withoutEnds(oldest) : said));
    course.beginAt(time);
  }

  private static UserFacts withoutEnds(UserFacts facts) {
    return UserFacts.since(facts.createdAt(), facts.organisation());
  }

  private static UserFacts since(Instant time, UserFacts said) {
    return new UserFacts(time, said.suspendedAt(), said.deletedAt(), said.organisation());
  }

  /** May do nothing from then on, until the next time they are told to come back. */
  void suspend(Instant time) {
    UserFacts now = there("suspended", time);
    if (now.suspendedAt() == null) {
      course.edit(
          time,
          (before, said) ->
              said != null && !(before.suspendedAt() != null && said.suspendedAt() == null),
          said -> said.withSuspendedAt(time));
    }
  }

  /** May act again from then on, until the next time they are suspended. */
  void activate(Instant time) {
    UserFacts now = there("activated", time);
    Instant since = now.suspendedAt();
    if (since != null) {
      course.edit(
          time,
          (before, said) -> said != null && since.equals(said.suspendedAt()),
          said -> said.withSuspendedAt(null));
    }
  }

  /** Is gone from then on. */
  void delete(Instant time) {
    UserFacts now = said("deleted", time);
    if (now.deletedAt() == null) {
      course.edit(
          time, (before, said) -> true, said -> said == null ? null : said.withDeletedAt(time));
    }
  }

  /** Is back from then on. */
  void restore(Instant time) {
    said("restored", time);
    course.edit(
        time, (before, said) -> true, said -> said == null ? null : said.withDeletedAt(null));
  }

  /** Belongs to another organisation from then on, until the next time it changes. */
  void organise(Instant time, String organisation) {
    String so = said("changed", time).organisation();
    if (!Objects.equals(so, organisation)) {
      course.edit(
          time,
          (before, said) -> said != null && Objects.equals(so, said.organisation()),
          said -> said.withOrganisation(organisation));
    }
  }

  private UserFacts there(String what, Instant time) {
    UserFacts facts = said(what, time);
    if (facts.deletedAt() != null && !time.isBefore(facts.deletedAt())) {
      throw new InvalidValueException(
          "effective",
          "user-deleted",
          "The user is deleted since " + facts.deletedAt() + "; restore them first.");
    }
    return facts;
  }

  private UserFacts said(String what, Instant time) {
    UserFacts facts = course.at(time);
    if (facts == null || time.isBefore(facts.createdAt())) {
      throw new InvalidValueException(
          "effective",
          "too-early",
          "The user cannot be %s at %s: they came later.".formatted(what, time));
    }
    return facts;
  }
}
