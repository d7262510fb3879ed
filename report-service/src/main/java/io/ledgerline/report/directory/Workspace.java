package io.ledgerline.report.directory;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A workspace as of a time.
 *
 * @param id its identity, which stays when it is renamed
 * @param facts what had happened by then
 */
public record Workspace(UUID id, WorkspaceFacts facts) {
  /** Checks that both are there. */
  public Workspace {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(facts, "facts");
  }

  /** Its name, by which usage names it. */
  public String name() {
    return facts.name();
  }

  /** What the directory's source knows it by; null when it has no such. */
  public String externalId() {
    return facts.externalId();
  }

  /** When it came. */
  public Instant createdAt() {
    return facts.createdAt();
  }

  /** Since when it is gone; null while it is there. */
  public Instant deletedAt() {
    return facts.deletedAt();
  }

  /** Whose it is; null when unknown. */
  public String organisation() {
    return facts.organisation();
  }

  /** Whether it is gone. */
  public boolean isDeleted() {
    return facts.deletedAt() != null;
  }
}
