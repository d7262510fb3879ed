package io.ledgerline.report.directory.imports;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Moments;
import io.ledgerline.report.directory.change.Memberships;
import io.ledgerline.report.directory.change.Workbook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A table of memberships, one in a line: workspace and user by name or identity. */
public final class MembershipTable {
  private static final String WORKSPACE = "workspace";
  private static final String USER = "user";
  private static final String ROLE = "role";
  private static final String JOINED_AT = "joinedAt";
  private static final String LEFT_AT = "leftAt";

  private static final TableColumns COLUMNS =
      TableColumns.undated(List.of(WORKSPACE, USER), List.of(ROLE, JOINED_AT, LEFT_AT));

  private final Workbook book;
  private final Instant effective;
  private final Set<MembershipKey> seen = new HashSet<>();
  private final Set<UUID> workspaces = new LinkedHashSet<>();

  private MembershipTable(Workbook book, Instant effective) {
    this.book = book;
    this.effective = effective;
  }

  /** Reads a whole table. */
  public static RowTable<TableRow> read(String text) {
    return TableReader.rows(
        text,
        COLUMNS,
        row -> {
          row.required(WORKSPACE);
          row.required(USER);
          row.time(JOINED_AT);
          row.time(LEFT_AT);
          return row;
        });
  }

  /**
   * Makes the workbook say what the table does.
   *
   * @param effective as of when the table speaks, where it names no time
   * @param snapshot whether it names all members of the workspaces in it: others leave
   * @throws TableFaults when a row is at fault
   */
  public static List<RowOutcome> apply(
      RowTable<TableRow> table, Workbook book, Instant effective, boolean snapshot) {
    MembershipTable taking = new MembershipTable(book, effective);
    List<RowOutcome> outcomes = new ArrayList<>(Rows.each(table, taking::take));
    if (snapshot) {
      taking.workspaces.forEach(workspace -> taking.dismissOthers(workspace, outcomes));
    }
    return outcomes;
  }

  private RowOutcome take(TableRow row, int place) {
    UUID workspace = book.workspaces().meant(WORKSPACE, row.required(WORKSPACE));
    Instant joined = Moments.of(JOINED_AT, row.time(JOINED_AT));
    Instant left = Moments.of(LEFT_AT, row.time(LEFT_AT));
    UUID user = book.users().meant(USER, row.required(USER), joined == null ? effective : joined);
    MembershipKey key = new MembershipKey(workspace, user);
    if (!seen.add(key)) {
      throw Rows.twice(USER);
    }
    workspaces.add(workspace);
    Memberships all = book.memberships();
    if (joined != null && left != null && left.isBefore(joined)) {
      throw new InvalidValueException(LEFT_AT, "too-early", "'leftAt' lies before 'joinedAt'.");
    }
    if (joined != null || left == null) {
      join(row, key, joined == null ? effective : joined);
    }
    if (left != null) {
      all.leave(key, left);
    }
    return new RowOutcome(place, all.outcome(key), user, workspace);
  }

  private void join(TableRow row, MembershipKey key, Instant from) {
    book.memberships().join(key, from, row.text(ROLE));
    if (row.has(ROLE)) {
      book.memberships().assign(key, from.isAfter(effective) ? from : effective, row.text(ROLE));
    }
  }

  private void dismissOthers(UUID workspace, List<RowOutcome> outcomes) {
    for (UUID user : book.memberships().of(workspace, effective)) {
      MembershipKey key = new MembershipKey(workspace, user);
      if (!seen.contains(key)) {
        book.memberships().leave(key, effective);
        outcomes.add(new RowOutcome(0, book.memberships().outcome(key), user, workspace));
      }
    }
  }
}
