package io.ledgerline.report.directory.store;

import io.ledgerline.report.book.store.BookKind;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.WorkspaceKey;

/** The book's workspaces. */
public final class WorkspaceKind implements BookKind<WorkspaceKey, WorkspaceFacts> {
  /** The kind. */
  public static final WorkspaceKind INSTANCE = new WorkspaceKind();

  private WorkspaceKind() {}

  @Override
  public String name() {
    return "directory-workspace";
  }

  @Override
  public Class<WorkspaceKey> keyType() {
    return WorkspaceKey.class;
  }

  @Override
  public Class<WorkspaceFacts> valueType() {
    return WorkspaceFacts.class;
  }

  @Override
  public String canonical(WorkspaceKey key) {
    return key.workspace().toString();
  }
}
