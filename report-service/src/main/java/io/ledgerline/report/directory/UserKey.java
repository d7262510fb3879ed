package io.ledgerline.report.directory;

import java.util.Objects;
import java.util.UUID;

/**
 * The key of the book's users.
 *
 * @param user random surrogate, which says nothing of whom it stands for
 */
public record UserKey(UUID user) {
  /** Checks that it is there. */
  public UserKey {
    Objects.requireNonNull(user, "user");
  }
}
