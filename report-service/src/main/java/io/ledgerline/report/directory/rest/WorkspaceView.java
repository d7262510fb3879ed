package io.ledgerline.report.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.directory.Workspace;
import java.time.Instant;
import java.util.UUID;

/**
 * A workspace as of a time.
 *
 * @param id its identity, which stays when it is renamed
 * @param name as usage names it
 * @param externalId what the source knows it by
 * @param organisation whose it is
 * @param createdAt when it was made
 * @param deletedAt since when it is gone
 * @param members how many users are members
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkspaceView(
    UUID id,
    String name,
    String externalId,
    String organisation,
    Instant createdAt,
    Instant deletedAt,
    int members) {
  static WorkspaceView of(Workspace workspace, int members) {
    return new WorkspaceView(
        workspace.id(),
        workspace.name(),
        workspace.externalId(),
        workspace.organisation(),
        workspace.createdAt(),
        workspace.deletedAt(),
        members);
  }
}
