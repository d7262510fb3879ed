package io.ledgerline.report.directory.change;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.QuarterHour;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.WorkspaceKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What is said of one workspace over time, and what may happen to it. */
final class WorkspaceCourse {
  private final WorkspaceKey key;
  private final Course<WorkspaceFacts> course;

  WorkspaceCourse(WorkspaceKey key, List<Span<WorkspaceKey, WorkspaceFacts>> said) {
    this.key = key;
    this.course = new Course<>(said);
  }

  boolean isChanged() {
    return course.isChanged();
  }

  /** What is said in the end; null for nothing. */
  WorkspaceFacts last() {
    return course.last();
  }

  /** What is said at {@code time}; null for nothing. */
  WorkspaceFacts at(Instant time) {
    return course.at(time);
  }

  List<Draft<WorkspaceKey, WorkspaceFacts>> drafts() {
    return course.drafts(key);
  }

  /** Was made. */
  void create(WorkspaceFacts facts) {
    course.edit(facts.createdAt(), (before, said) -> true, nothing -> facts);
  }

  /** Was made at another time than was said so far. */
  void createAt(Instant time) {
    Instant first = course.first();
    WorkspaceFacts oldest = course.at(first);
    Instant start = QuarterHour.of(time).start();
    course.edit(
        first.isBefore(start) ? first : start,
        (before, said) -> true,
        said -> since(time, said == null ? oldest.withDeletedAt(null) : said));
    course.beginAt(time);
  }

  private static WorkspaceFacts since(Instant time, WorkspaceFacts said) {
    return new WorkspaceFacts(
        said.name(), said.externalId(), time, said.deletedAt(), said.organisation());
  }

  /** Is called otherwise from then on, until the next time that changes. */
  void rename(Instant time, String name) {
    change(
        time,
        WorkspaceFacts::name,
        name,
        said ->
            new WorkspaceFacts(
                name, said.externalId(), said.createdAt(), said.deletedAt(), said.organisation()));
  }

  /** Is known otherwise to the source. */
  void identify(Instant time, String externalId) {
    change(
        time,
        WorkspaceFacts::externalId,
        externalId,
        said ->
            new WorkspaceFacts(
                said.name(), externalId, said.createdAt(), said.deletedAt(), said.organisation()));
  }

  /** Belongs to another organisation. */
  void organise(Instant time, String organisation) {
    change(
        time,
        WorkspaceFacts::organisation,
        organisation,
        said ->
            new WorkspaceFacts(
                said.name(), said.externalId(), said.createdAt(), said.deletedAt(), organisation));
  }

  /** Is gone from then on. */
  void delete(Instant time) {
    if (said(time).deletedAt() == null) {
      course.edit(
          time, (before, said) -> true, said -> said == null ? null : said.withDeletedAt(time));
    }
  }

  /** Is back from then on. */
  void restore(Instant time) {
    said(time);
    course.edit(
        time, (before, said) -> true, said -> said == null ? null : said.withDeletedAt(null));
  }

  private void change(
      Instant time,
      Function<WorkspaceFacts, String> fact,
      String value,
      UnaryOperator<WorkspaceFacts> edit) {
    String so = fact.apply(said(time));
    if (!Objects.equals(so, value)) {
      course.edit(
          time, (before, said) -> said != null && Objects.equals(so, fact.apply(said)), edit);
    }
  }

  private WorkspaceFacts said(Instant time) {
    WorkspaceFacts facts = course.at(time);
    if (facts == null || time.isBefore(facts.createdAt())) {
      throw new InvalidValueException(
          "effective", "too-early", "The workspace was made later than " + time + ".");
    }
    return facts;
  }
}
