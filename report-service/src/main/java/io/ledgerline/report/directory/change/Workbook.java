package io.ledgerline.report.directory.change;

import java.time.Instant;
import java.util.HashMap;

/**
 * A directory that is being changed: changes gather in it and are laid down together. Not safe for
 * several threads.
 */
public final class Workbook {
  private final Instant now;
  private final Users users;
  private final Workspaces workspaces;
  private final Memberships memberships;

  /**
   * Of what is known.
   *
   * @param now what a change that names no time takes place at
   */
  public Workbook(Knowledge known, Instant now) {
    this.now = now;
    this.users = new Users(known, now);
    this.workspaces = new Workspaces(known, now);
    this.memberships = new Memberships(known);
  }

  /** What a change that names no time takes place at. */
  public Instant now() {
    return now;
  }

  /** The time that a change names, or now. */
  public Instant time(Instant effective) {
    return effective == null ? now : effective;
  }

  /** The users. */
  public Users users() {
    return users;
  }

  /** The workspaces. */
  public Workspaces workspaces() {
    return workspaces;
  }

  /** The memberships. */
  public Memberships memberships() {
    return memberships;
  }

  /** All that is another now. */
  public Edits edits() {
    return new Edits(
        users.drafts(),
        workspaces.drafts(),
        memberships.drafts(),
        new HashMap<>(users.renamed()),
        users.touched(true),
        users.touched(false));
  }
}
