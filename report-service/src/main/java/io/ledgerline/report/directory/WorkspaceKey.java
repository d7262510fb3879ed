package io.ledgerline.report.directory;

import java.util.Objects;
import java.util.UUID;

/**
 * The key of the book's workspaces: they may be renamed.
 *
 * @param workspace random identity
 */
public record WorkspaceKey(UUID workspace) {
  /** Checks that it is there. */
  public WorkspaceKey {
    Objects.requireNonNull(workspace, "workspace");
  }
}
