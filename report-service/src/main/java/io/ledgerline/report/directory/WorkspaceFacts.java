package io.ledgerline.report.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Texts;
import java.time.Instant;

/**
 * What the book says of a workspace from some time on.
 *
 * @param name as usage names it
 * @param externalId what the directory's source knows it by; null when it has no such
 * @param createdAt when it came
 * @param deletedAt since when it is gone; null while it is there
 * @param organisation whose it is; null when unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkspaceFacts(
    String name, String externalId, Instant createdAt, Instant deletedAt, String organisation) {
  /** Checks the texts and times. */
  public WorkspaceFacts {
    name = Texts.required("name", name, Texts.MAX_NAME);
    externalId = Texts.optional("externalId", externalId, Texts.MAX_NAME);
    createdAt = Moments.required("createdAt", createdAt);
    deletedAt = Moments.of("deletedAt", deletedAt);
    Moments.requireNotBefore("deletedAt", deletedAt, createdAt);
    organisation = Texts.optional("organisation", organisation, Texts.MAX_NAME);
  }

  /** Deleted or not. */
  public WorkspaceFacts withDeletedAt(Instant time) {
    return new WorkspaceFacts(name, externalId, createdAt, time, organisation);
  }

  /** What of it had happened before {@code end}. */
  WorkspaceFacts before(Instant end) {
    return withDeletedAt(Moments.before(deletedAt, end));
  }
}
