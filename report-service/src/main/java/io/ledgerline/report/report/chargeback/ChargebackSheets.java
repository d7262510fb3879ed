package io.ledgerline.report.report.chargeback;

import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.report.chargeback.Chargeback.OfMember;
import io.ledgerline.report.report.chargeback.Chargeback.OfProject;
import io.ledgerline.report.report.chargeback.Chargeback.OfUser;
import io.ledgerline.report.report.chargeback.Chargeback.OfWorkspace;
import io.ledgerline.report.report.grouped.GroupLine;
import io.ledgerline.report.report.grouped.GroupSum;
import io.ledgerline.report.report.grouped.GroupTally;
import io.ledgerline.report.report.sheet.Column;
import io.ledgerline.report.report.sheet.ColumnType;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How the report's tables are laid out. */
final class ChargebackSheets {
  static final SheetSpec USE =
      new SheetSpec(
          "use",
          "Use by workspace, project and principal",
          List.of(
              text("workspace", "Workspace"),
              text("project", "Project"),
              text("principal", "Principal"),
              decimal("experiments", "Experiments begun"),
              decimal("deleted_experiments", "Experiments deleted"),
              decimal("logged_bytes", "Bytes logged"),
              decimal("deleted_bytes", "Bytes deleted"),
              decimal("ui_calls", "Calls by hand"),
              decimal("sdk_calls", "Calls by program"),
              decimal("requests", "Requests"),
              decimal("total_tokens", "All tokens"),
              decimal("cost", "Cost"),
              text("currency", "Currency"),
              new Column("events", "Events", ColumnType.INTEGER),
              new Column("unrated_events", "Events without a cost", ColumnType.INTEGER)));

  static final SheetSpec WORKSPACES =
      new SheetSpec(
          "workspaces",
          "Workspaces at the end",
          List.of(
              text("workspace", "Workspace"),
              new Column("members", "Members", ColumnType.INTEGER),
              new Column("projects", "Projects", ColumnType.INTEGER),
              decimal("experiments", "Experiments"),
              decimal("size_mb", "Size, MiB"),
              decimal("cost", "Cost"),
              text("currency", "Currency")));

  static final SheetSpec MEMBERS =
      new SheetSpec(
          "members",
          "Members at the end",
          List.of(
              text("workspace", "Workspace"),
              text("user", "User"),
              text("email", "E-mail"),
              text("role", "Role"),
              text("member", "In the directory"),
              decimal("experiments", "Experiments"),
              decimal("size_mb", "Size, MiB"),
              decimal("cost", "Cost"),
              text("currency", "Currency")));

  static final SheetSpec PROJECTS =
      new SheetSpec(
          "projects",
          "Projects at the end",
          List.of(
              text("workspace", "Workspace"),
              text("project", "Project"),
              decimal("experiments", "Experiments"),
              decimal("size_mb", "Size, MiB"),
              decimal("cost", "Cost"),
              text("currency", "Currency")));

  static final SheetSpec USERS =
      new SheetSpec(
          "users",
          "Users",
          List.of(
              text("user", "User"),
              text("email", "E-mail"),
              text("organisation", "Organisation"),
              text("status", "Status at the end"),
              new Column("created_at", "Created", ColumnType.INSTANT),
              new Column("suspended_at", "Suspended", ColumnType.INSTANT),
              new Column("deleted_at", "Deleted", ColumnType.INSTANT),
              text("directory", "In the directory"),
              decimal("ui_calls", "Calls by hand"),
              new Column("ui_last_at", "Last by hand", ColumnType.INSTANT),
              decimal("sdk_calls", "Calls by program"),
              new Column("sdk_last_at", "Last by program", ColumnType.INSTANT),
              decimal("experiments", "Experiments"),
              decimal("size_mb", "Size, MiB"),
              decimal("cost", "Cost"),
              text("currency", "Currency")));

  /** The tables after the first. */
  static final List<SheetSpec> FURTHER = List.of(WORKSPACES, MEMBERS, PROJECTS, USERS);

  private ChargebackSheets() {}

  /**
   * A line of a further table.
   *
   * @param values one for each column
   * @param has which use is in it
   */
  record Row(List<Object> values, Predicate<Spot> has) {}

  /** The lines of the first table. */
  static GroupLine.Lines<Place> lines() {
    return new GroupLine.Lines<>(Place::of, USE.columns(), ChargebackSheets::use);
  }

  /** Writes all tables. */
  static void write(SheetFiles sheets, Map<Place, GroupSum> use, Chargeback month)
      throws IOException {
    sheets.begin(USE);
    for (Map.Entry<Place, GroupSum> line : use.entrySet()) {
      sheets.row(use(line.getKey(), line.getValue()));
    }
    sheets.end();
    for (SheetSpec table : FURTHER) {
      sheets.begin(table);
      for (Row row : rows(table, month)) {
        sheets.row(row.values());
      }
      sheets.end();
    }
  }

  /** The further table of a name. */
  static SheetSpec table(String name) {
    return FURTHER.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  /** The lines of a further table, in order. */
  static List<Row> rows(SheetSpec table, Chargeback month) {
    List<Row> rows = new ArrayList<>();
    if (table.equals(USERS)) {
      month
          .users()
          .forEach(u -> rows.add(new Row(user(u), spot -> spot.isBy(u.userName(), u.id()))));
      return rows;
    }
    for (OfWorkspace w : month.workspaces()) {
      String name = w.name();
      if (table.equals(WORKSPACES)) {
        rows.add(new Row(workspace(w), spot -> spot.isIn(name)));
      } else if (table.equals(MEMBERS)) {
        w.members()
            .forEach(
                m ->
                    rows.add(
                        new Row(
                            member(name, m),
                            spot -> spot.isIn(name) && spot.isBy(m.userName(), m.id()))));
      } else {
        w.projects()
            .forEach(p -> rows.add(new Row(project(name, p), spot -> spot.isOf(name, p.name()))));
      }
    }
    return rows;
  }

  private static List<Object> use(Place place, GroupSum sum) {
    return Arrays.asList(
        place.workspace(),
        place.project(),
        place.principal(),
        sum.quantity(ChargebackMeters.EXPERIMENTS),
        sum.quantity(ChargebackMeters.DELETED_EXPERIMENTS),
        sum.quantity(ChargebackMeters.LOGGED_BYTES),
        sum.quantity(ChargebackMeters.DELETED_BYTES),
        sum.quantity(ChargebackMeters.UI_CALLS),
        sum.quantity(ChargebackMeters.SDK_CALLS),
        sum.requests(),
        sum.totalTokens(),
        sum.cost(),
        currency(sum.cost()),
        sum.events(),
        sum.unratedEvents());
  }

  private static List<Object> workspace(OfWorkspace workspace) {
    return Arrays.asList(
        workspace.name(),
        (long) workspace.members().size(),
        (long) workspace.projects().size(),
        workspace.stock().experiments(),
        workspace.stock().mebibytes(),
        normal(workspace.cost()),
        currency(workspace.cost()));
  }

  private static List<Object> member(String workspace, OfMember member) {
    return Arrays.asList(
        workspace,
        member.userName(),
        member.email(),
        member.role(),
        yes(member.isMember()),
        member.stock().experiments(),
        member.stock().mebibytes(),
        normal(member.cost()),
        currency(member.cost()));
  }

  private static List<Object> project(String workspace, OfProject project) {
    return Arrays.asList(
        workspace,
        project.name(),
        project.stock().experiments(),
        project.stock().mebibytes(),
        normal(project.cost()),
        currency(project.cost()));
  }

  private static List<Object> user(OfUser user) {
    return Arrays.asList(
        user.userName(),
        user.email(),
        user.organisation(),
        user.status(),
        user.createdAt(),
        user.suspendedAt(),
        user.deletedAt(),
        yes(user.isKnown()),
        user.uiCalls().count(),
        user.uiCalls().last(),
        user.sdkCalls().count(),
        user.sdkCalls().last(),
        user.stock().experiments(),
        user.stock().mebibytes(),
        normal(user.cost()),
        currency(user.cost()));
  }

  private static Column text(String name, String label) {
    return new Column(name, label, ColumnType.TEXT);
  }

  private static Column decimal(String name, String label) {
    return new Column(name, label, ColumnType.DECIMAL);
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  private static BigDecimal normal(BigDecimal cost) {
    return cost == null ? null : Decimals.normal(cost);
  }

  private static String currency(BigDecimal cost) {
    return cost == null ? null : GroupTally.currency().getCurrencyCode();
  }
}
