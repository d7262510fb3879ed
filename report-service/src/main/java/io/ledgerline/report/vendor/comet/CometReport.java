package io.ledgerline.report.vendor.comet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ledgerline.report.report.chargeback.Calls;
import io.ledgerline.report.report.chargeback.Chargeback;
import io.ledgerline.report.report.chargeback.Chargeback.OfMember;
import io.ledgerline.report.report.chargeback.Chargeback.OfProject;
import io.ledgerline.report.report.chargeback.Chargeback.OfUser;
import io.ledgerline.report.report.chargeback.Chargeback.OfWorkspace;
import io.ledgerline.report.report.chargeback.Stock;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The report's body. Times are milliseconds since 1970, 0 for never; a size is in units of 2^20
 * bytes with two decimals. Three spellings of a user's name and two of a user's creation are the
 * vendor's: members have {@code userName}, users {@code username}, {@code created_at} and, for
 * newer clients, {@code createdAt}.
 *
 * @param reportDate the month
 * @param workspaces by name
 * @param users all users, by name
 */
@RegisterForReflection
@JsonPropertyOrder({"reportDate", "workspaces", "users"})
record CometReport(String reportDate, List<Workspace> workspaces, Users users) {
  /** A workspace. */
  @RegisterForReflection
  @JsonPropertyOrder({
    "name",
    "numberOfMembers",
    "totalSizeInMb",
    "numberOfExperiments",
    "members",
    "projects"
  })
  record Workspace(
      String name,
      int numberOfMembers,
      BigDecimal totalSizeInMb,
      BigInteger numberOfExperiments,
      List<Member> members,
      List<Project> projects) {}

  /** A member; one without an e-mail address has none here. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"userName", "email", "numberOfExperiments", "totalSizeInMb"})
  record Member(
      String userName, String email, BigInteger numberOfExperiments, BigDecimal totalSizeInMb) {}

  /** A project. */
  @RegisterForReflection
  @JsonPropertyOrder({"name", "numberOfExperiments", "totalSizeInMb"})
  record Project(String name, BigInteger numberOfExperiments, BigDecimal totalSizeInMb) {}

  /** All users; {@code createdAt} is when this report was made. */
  @RegisterForReflection
  @JsonPropertyOrder({"organizationId", "licensedUsers", "numberOfUsers", "createdAt"})
  record Users(
      String organizationId, List<User> licensedUsers, int numberOfUsers, long createdAt) {}

  /** A user; {@code deletedAt} only of deleted ones. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({
    "username",
    "email",
    "created_at",
    "createdAt",
    "uiUsageCount",
    "uiUsageUpdateTs",
    "sdkUsageCount",
    "sdkUsageUpdateTs",
    "suspended",
    "deletedAt",
    "lastUsedAt",
    "experimentCount",
    "dataLoggedMb"
  })
  record User(
      String username,
      String email,
      @JsonProperty("created_at") long createdAtOfOldClients,
      long createdAt,
      BigInteger uiUsageCount,
      long uiUsageUpdateTs,
      BigInteger sdkUsageCount,
      long sdkUsageUpdateTs,
      boolean suspended,
      Long deletedAt,
      Long lastUsedAt,
      BigInteger experimentCount,
      BigDecimal dataLoggedMb) {}

  /**
   * The report of a month.
   *
   * @param madeAt when it is made
   */
  static CometReport of(
      YearMonth month, Chargeback chargeback, String organizationId, Instant madeAt) {
    List<User> users = chargeback.users().stream().map(user -> user(user, month)).toList();
    return new CometReport(
        month.toString(),
        chargeback.workspaces().stream().map(CometReport::workspace).toList(),
        new Users(organizationId, users, users.size(), madeAt.toEpochMilli()));
  }

  private static Workspace workspace(OfWorkspace workspace) {
    List<Member> members = workspace.members().stream().map(CometReport::member).toList();
    return new Workspace(
        workspace.name(),
        members.size(),
        workspace.stock().mebibytes(),
        experiments(workspace.stock()),
        members,
        workspace.projects().stream().map(CometReport::project).toList());
  }

  private static Member member(OfMember member) {
    return new Member(
        member.userName(), member.email(), experiments(member.stock()), member.stock().mebibytes());
  }

  private static Project project(OfProject project) {
    return new Project(project.name(), experiments(project.stock()), project.stock().mebibytes());
  }

  private static User user(OfUser user, YearMonth month) {
    Instant came =
        user.createdAt() == null
            ? month.atDay(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
            : user.createdAt();
    return new User(
        user.userName(),
        user.email(),
        came.toEpochMilli(),
        came.toEpochMilli(),
        whole(user.uiCalls().count()),
        last(user.uiCalls()),
        whole(user.sdkCalls().count()),
        last(user.sdkCalls()),
        user.suspendedAt() != null,
        millis(user.deletedAt()),
        millis(user.lastUsedAt()),
        experiments(user.stock()),
        user.stock().mebibytes());
  }

  private static BigInteger experiments(Stock stock) {
    return whole(stock.experiments());
  }

  private static BigInteger whole(BigDecimal number) {
    return number.setScale(0, RoundingMode.HALF_UP).toBigInteger();
  }

  private static long last(Calls calls) {
    return calls.last() == null ? 0 : calls.last().toEpochMilli();
  }

  private static Long millis(Instant time) {
    return time == null ? null : time.toEpochMilli();
  }
}
