package io.ledgerline.report.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Texts;
import java.time.Instant;

/**
 * What the book says of a membership from some time on.
 *
 * @param role what the member may do there, in the source's words; null when it has none
 * @param joinedAt when the user became a member
 * @param leftAt since when the user is none; null for a member
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberFacts(String role, Instant joinedAt, Instant leftAt) {
  /** Checks the text and the times. */
  public MemberFacts {
    role = Texts.optional("role", role, Texts.MAX_NAME);
    joinedAt = Moments.required("joinedAt", joinedAt);
    leftAt = Moments.of("leftAt", leftAt);
    Moments.requireNotBefore("leftAt", leftAt, joinedAt);
  }

  /** A member, or one no more. */
  public MemberFacts withLeftAt(Instant time) {
    return new MemberFacts(role, joinedAt, time);
  }

  /** With another role. */
  public MemberFacts withRole(String other) {
    return new MemberFacts(other, joinedAt, leftAt);
  }

  /** What of it had happened before {@code end}. */
  MemberFacts before(Instant end) {
    return withLeftAt(Moments.before(leftAt, end));
  }
}
