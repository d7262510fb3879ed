package io.ledgerline.report.directory.change;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Span;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.MembershipKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** What is said of one membership over time, and what may happen to it. */
final class MemberCourse {
  private final MembershipKey key;
  private final Course<MemberFacts> course;

  MemberCourse(MembershipKey key, List<Span<MembershipKey, MemberFacts>> said) {
    this.key = key;
    this.course = new Course<>(said);
  }

  boolean isChanged() {
    return course.isChanged();
  }

  List<Draft<MembershipKey, MemberFacts>> drafts() {
    return course.drafts(key);
  }

  /** Whether there is a membership at {@code time}. */
  boolean isMemberAt(Instant time) {
    MemberFacts facts = course.at(time);
    return facts != null
        && !time.isBefore(facts.joinedAt())
        && (facts.leftAt() == null || time.isBefore(facts.leftAt()));
  }

  /** The role at {@code time}; null without one. */
  String roleAt(Instant time) {
    MemberFacts facts = course.at(time);
    return facts == null ? null : facts.role();
  }

  /** Is a member from then on, until the next time they leave. */
  void join(Instant time, String role) {
    if (isMemberAt(time)) {
      return;
    }
    MemberFacts joined = new MemberFacts(role, time, null);
    MemberFacts left = course.at(time);
    course.edit(
        time,
        (before, said) ->
            said == null || said.leftAt() == null || left != null && said.equals(left),
        said -> said == null || said.leftAt() != null ? joined : earlier(said, time));
  }

  private static MemberFacts earlier(MemberFacts said, Instant time) {
    return new MemberFacts(said.role(), time, null);
  }

  /** Has another role from then on, until the next time it changes. */
  void assign(Instant time, String role) {
    String so = roleAt(time);
    if (!Objects.equals(so, role)) {
      course.edit(
          time,
          (before, said) -> said != null && Objects.equals(so, said.role()),
          said -> said.withRole(role));
    }
  }

  /** Is no member from then on, until the next time they join. */
  void leave(Instant time) {
    if (isMemberAt(time)) {
      course.edit(
          time,
          (before, said) -> said != null && said.joinedAt().equals(before.joinedAt()),
          said -> said.withLeftAt(time));
    }
  }
}
