package io.ledgerline.report.directory.change;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Moments;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The memberships of a workbook. */
public final class Memberships {
  private final Knowledge known;
  private final Map<MembershipKey, MemberCourse> courses = new HashMap<>();
  private final Set<MembershipKey> joined = new HashSet<>();
  private final Set<MembershipKey> left = new HashSet<>();

  Memberships(Knowledge known) {
    this.known = known;
  }

  /** Who is a member at a time. */
  public Set<UUID> of(UUID workspace, Instant time) {
    return Stream.concat(known.memberships().keys().stream(), joined.stream())
        .filter(key -> key.workspace().equals(workspace))
        .distinct()
        .filter(key -> course(key).isMemberAt(time))
        .map(MembershipKey::user)
        .collect(Collectors.toSet());
  }

  /** Whether somebody is a member at a time. */
  public boolean isMember(MembershipKey key, Instant time) {
    return course(key).isMemberAt(time);
  }

  /** Becomes a member; one who is a member already stays what they are. */
  public void join(MembershipKey key, Instant time, String role) {
    Instant moment = Moments.required("effective", time);
    if (!course(key).isMemberAt(moment)) {
      course(key).join(moment, role);
      joined.add(key);
    }
  }

  /** Has another role. */
  public void assign(MembershipKey key, Instant time, String role) {
    course(key).assign(Moments.required("effective", time), role);
  }

  /** Is a member no more; nothing happens to one who is none. */
  public void leave(MembershipKey key, Instant time) {
    Instant moment = Moments.required("effective", time);
    if (course(key).isMemberAt(moment)) {
      course(key).leave(moment);
      left.add(key);
    }
  }

  /** What becomes of a membership. */
  public Outcome outcome(MembershipKey key) {
    if (!course(key).isChanged()) {
      return Outcome.UNCHANGED;
    }
    if (joined.contains(key)) {
      return Outcome.ADDED;
    }
    return left.contains(key) ? Outcome.REMOVED : Outcome.CHANGED;
  }

  List<Draft<MembershipKey, MemberFacts>> drafts() {
    return courses.values().stream().flatMap(course -> course.drafts().stream()).toList();
  }

  private MemberCourse course(MembershipKey key) {
    return courses.computeIfAbsent(key, k -> new MemberCourse(k, known.memberships().spans(k)));
  }
}
