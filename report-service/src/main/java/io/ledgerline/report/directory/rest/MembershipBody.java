package io.ledgerline.report.directory.rest;

import java.time.Instant;

/**
 * A membership as a caller lays it down.
 *
 * @param workspace by id, name or external id
 * @param user by id, user name or another name that is only theirs
 * @param role what the user may do there; null for none
 * @param effective when they joined, or got the role; absent for now
 * @param source where that is written, for people; {@code api} when absent
 */
public record MembershipBody(
    String workspace, String user, String role, Instant effective, String source) {}
