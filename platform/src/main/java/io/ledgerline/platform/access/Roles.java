package io.ledgerline.platform.access;

import java.util.HashSet;
import java.util.Set;

/** What an API key may do. */
public final class Roles {
  /** Send events, see and scan inlets. */
  public static final String INGEST = "ingest";

  /** See reports, runs, prices and totals. */
  public static final String VIEWER = "viewer";

  /** Make reports, schedules and prices. */
  public static final String BILLING_ADMIN = "billing-admin";

  /** Keep the directory: users, workspaces, memberships. */
  public static final String DIRECTORY = "directory";

  /** Everything, keys included: has all other roles. */
  public static final String ADMIN = "admin";

  /** What one service reads from another. */
  public static final String SERVICE = "service";

  /** Make, list and suspend tenants. Only a key from configuration can have it. */
  public static final String OPERATOR = "operator";

  /** All roles that an admin may grant: admin has them all. */
  public static final Set<String> ALL =
      Set.of(INGEST, VIEWER, BILLING_ADMIN, DIRECTORY, ADMIN, SERVICE);

  private Roles() {}

  /**
   * Returns the roles that a key with {@code granted} has in effect: admin has all that belong to a
   * tenant; operator belongs to none.
   */
  public static Set<String> effective(Set<String> granted) {
    if (!granted.contains(ADMIN)) {
      return Set.copyOf(granted);
    }
    Set<String> roles = new HashSet<>(ALL);
    roles.addAll(granted);
    return Set.copyOf(roles);
  }
}
