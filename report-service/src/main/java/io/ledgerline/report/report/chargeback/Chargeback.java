package io.ledgerline.report.report.chargeback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A month, or another period: what there was at its end and what was done in it. Users without any
 * usage are there too. Names are sorted.
 *
 * @param workspaces by name
 * @param users by name
 */
public record Chargeback(List<OfWorkspace> workspaces, List<OfUser> users) {
  /** Copies. */
  public Chargeback {
    workspaces = List.copyOf(workspaces);
    users = List.copyOf(users);
  }

  /**
   * A workspace.
   *
   * @param name its name
   * @param stock what was there at the month's end
   * @param cost what its use in the month cost, in US dollars; null when nothing has a price
   * @param members members at the month's end, and whoever left something there
   * @param projects by name
   */
  public record OfWorkspace(
      String name, Stock stock, BigDecimal cost, List<OfMember> members, List<OfProject> projects) {
    /** Copies. */
    public OfWorkspace {
      members = List.copyOf(members);
      projects = List.copyOf(projects);
    }
  }

  /**
   * Somebody's part of a workspace.
   *
   * @param id the directory's; null of one whom it does not know
   * @param userName the user's name
   * @param email null when unknown
   * @param role in the directory's words; null when there is none
   * @param isMember whether the directory has the membership at the month's end
   * @param stock what was there of the member's at the month's end
   * @param cost what the member's use there cost; null when nothing has a price
   */
  public record OfMember(
      UUID id,
      String userName,
      String email,
      String role,
      boolean isMember,
      Stock stock,
      BigDecimal cost) {}

  /**
   * A project's part of a workspace.
   *
   * @param name its name
   * @param stock what was there at the month's end
   * @param cost what its use cost; null when nothing has a price
   */
  public record OfProject(String name, Stock stock, BigDecimal cost) {}

  /**
   * A user.
   *
   * @param id the directory's; null of one whom it does not know
   * @param userName the user's name; what the source said where the directory knows nobody
   * @param email null when unknown
   * @param organisation null when unknown
   * @param createdAt when the user came; of one whom the directory does not know the first use
   * @param suspendedAt null unless the user was suspended at the month's end
   * @param deletedAt null unless the user was gone at the month's end
   * @param isKnown whether the directory knows the user
   * @param uiCalls calls by hand
   * @param sdkCalls calls by program
   * @param stock what was there of the user's at the month's end, in all workspaces
   * @param cost what the user's use cost; null when nothing has a price
   */
  public record OfUser(
      UUID id,
      String userName,
      String email,
      String organisation,
      Instant createdAt,
      Instant suspendedAt,
      Instant deletedAt,
      boolean isKnown,
      Calls uiCalls,
      Calls sdkCalls,
      Stock stock,
      BigDecimal cost) {
    /** {@code active}, {@code suspended} or {@code deleted} at the month's end. */
    public String status() {
      if (deletedAt != null) {
        return "deleted";
      }
      return suspendedAt == null ? "active" : "suspended";
    }

    /** The last use of either way; null for never. */
    public Instant lastUsedAt() {
      return uiCalls.plus(sdkCalls).last();
    }
  }
}
