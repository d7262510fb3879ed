package io.ledgerline.report.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Texts;
import java.time.Instant;

/**
 * What the book says of a user from some time on; nothing in it tells who that is. Times are exact
 * to the millisecond, while the entry's validity begins with the quarter hour that holds them.
 *
 * @param createdAt when the user came
 * @param suspendedAt since when the user may do nothing; null for one who may
 * @param deletedAt since when the user is gone; null for one who is there
 * @param organisation whose user it is; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserFacts(
    Instant createdAt, Instant suspendedAt, Instant deletedAt, String organisation) {
  /** Checks the order of the times and cuts them to the millisecond. */
  public UserFacts {
    createdAt = Moments.required("createdAt", createdAt);
    suspendedAt = Moments.of("suspendedAt", suspendedAt);
    deletedAt = Moments.of("deletedAt", deletedAt);
    Moments.requireNotBefore("suspendedAt", suspendedAt, createdAt);
    Moments.requireNotBefore("deletedAt", deletedAt, createdAt);
    organisation = Texts.optional("organisation", organisation, Texts.MAX_NAME);
  }

  /** Of somebody who has just come. */
  public static UserFacts since(Instant createdAt, String organisation) {
    return new UserFacts(createdAt, null, null, organisation);
  }

  /** Suspended or not. */
  public UserFacts withSuspendedAt(Instant time) {
    return new UserFacts(createdAt, time, deletedAt, organisation);
  }

  /** Deleted or not. */
  public UserFacts withDeletedAt(Instant time) {
    return new UserFacts(createdAt, suspendedAt, time, organisation);
  }

  /** Of another organisation. */
  public UserFacts withOrganisation(String other) {
    return new UserFacts(createdAt, suspendedAt, deletedAt, other);
  }

  /** What of it had happened before {@code end}. */
  UserFacts before(Instant end) {
    return new UserFacts(
        createdAt, Moments.before(suspendedAt, end), Moments.before(deletedAt, end), organisation);
  }

  /** What all of it makes of the user. */
  @JsonIgnore
  public UserStatus status() {
    if (deletedAt != null) {
      return UserStatus.DELETED;
    }
    return suspendedAt == null ? UserStatus.ACTIVE : UserStatus.SUSPENDED;
  }
}
