package io.ledgerline.report.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.AccessScope;
import java.time.Instant;
import java.util.Set;

/**
 * A key as the API shows it: never its text.
 *
 * @param prefix the public part that names it
 * @param name what people call it
 * @param roles what it may do
 * @param createdAt when it was made
 * @param createdBy the key that made it
 * @param expiresAt from when it is refused; absent for never
 * @param revokedAt since when it is refused; absent while it is valid
 * @param scope what of the tenant it sees; absent for all
 * @param lastUsedAt when it was used last, to about a minute; absent when it never was
 * @param replacedBy the key that took its place; absent without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyView(
    String prefix,
    String name,
    Set<String> roles,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    Instant revokedAt,
    AccessScope scope,
    Instant lastUsedAt,
    String replacedBy) {}
