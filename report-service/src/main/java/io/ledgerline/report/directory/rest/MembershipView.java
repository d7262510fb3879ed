package io.ledgerline.report.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.directory.Membership;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A membership as of a time.
 *
 * @param workspaceId of which
 * @param workspace its name
 * @param userId who
 * @param userName their name
 * @param userStatus {@code active}, {@code suspended} or {@code deleted}
 * @param role what they may do there
 * @param joinedAt when they became a member
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembershipView(
    UUID workspaceId,
    String workspace,
    UUID userId,
    String userName,
    String userStatus,
    String role,
    Instant joinedAt) {
  static MembershipView of(Membership membership) {
    return new MembershipView(
        membership.workspace().id(),
        membership.workspace().name(),
        membership.user().id(),
        membership.user().userName(),
        membership.user().status().name().toLowerCase(Locale.ROOT),
        membership.role(),
        membership.joinedAt());
  }
}
