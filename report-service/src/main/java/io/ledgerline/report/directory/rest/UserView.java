package io.ledgerline.report.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.directory.DirectoryUser;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A user as of a time.
 *
 * @param id the surrogate, which stays whatever else changes
 * @param userName what they log in with; of an erased person something that tells one from another
 * @param emails the first is the one to write to
 * @param displayName for people
 * @param externalId what the source knows them by
 * @param aliases further names under which usage names them
 * @param organisation whose user they are
 * @param status {@code active}, {@code suspended} or {@code deleted}
 * @param createdAt when they came
 * @param suspendedAt since when they may do nothing
 * @param deletedAt since when they are gone
 * @param erased whether all that named the person is gone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserView(
    UUID id,
    String userName,
    List<String> emails,
    String displayName,
    String externalId,
    List<String> aliases,
    String organisation,
    String status,
    Instant createdAt,
    Instant suspendedAt,
    Instant deletedAt,
    boolean erased) {
  static UserView of(DirectoryUser user) {
    return new UserView(
        user.id(),
        user.userName(),
        user.isErased() ? List.of() : user.person().emails(),
        user.displayName(),
        user.externalId(),
        user.isErased() ? List.of() : user.person().aliases(),
        user.organisation(),
        user.status().name().toLowerCase(Locale.ROOT),
        user.createdAt(),
        user.suspendedAt(),
        user.deletedAt(),
        user.isErased());
  }
}
