package io.ledgerline.report.directory;

import io.ledgerline.contracts.usage.PrincipalName;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A user as of a time.
 *
 * @param id the surrogate
 * @param person who that is; null once erased
 * @param facts what had happened by then
 */
public record DirectoryUser(UUID id, Person person, UserFacts facts) {
  private static final int SHORT = 8;

  /** Checks that surrogate and facts are there. */
  public DirectoryUser {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(facts, "facts");
  }

  /** Whether all that named the person is gone. */
  public boolean isErased() {
    return person == null;
  }

  /** The user's name; of an erased person something that only tells one from another. */
  public String userName() {
    return person == null
        ? PrincipalName.erased(id.toString().substring(0, SHORT))
        : person.userName();
  }

  /** The e-mail address; null when unknown or erased. */
  public String email() {
    return person == null ? null : person.email();
  }

  /** The name for people; null when unknown or erased. */
  public String displayName() {
    return person == null ? null : person.displayName();
  }

  /** What the directory's source knows the user by; null when unknown or erased. */
  public String externalId() {
    return person == null ? null : person.externalId();
  }

  /** When the user came. */
  public Instant createdAt() {
    return facts.createdAt();
  }

  /** Since when the user is suspended; null for one who is not. */
  public Instant suspendedAt() {
    return facts.suspendedAt();
  }

  /** Since when the user is gone; null for one who is not. */
  public Instant deletedAt() {
    return facts.deletedAt();
  }

  /** Whose user it is; null when unknown. */
  public String organisation() {
    return facts.organisation();
  }

  /** What all that makes of the user. */
  public UserStatus status() {
    return facts.status();
  }

  /** Whether the user was there at {@code time}, suspended ones too. */
  public boolean isThereAt(Instant time) {
    return !time.isBefore(facts.createdAt())
        && (facts.deletedAt() == null || time.isBefore(facts.deletedAt()));
  }

  /** Whether the user was there at some time of {@code [from, to)}, suspended ones too. */
  public boolean isThereWithin(Instant from, Instant to) {
    return facts.createdAt().isBefore(to)
        && (facts.deletedAt() == null || facts.deletedAt().isAfter(from));
  }
}
