package io.ledgerline.report.directory.imports;

import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.directory.Moments;
import io.ledgerline.report.directory.WorkspaceFacts;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.change.Workspaces;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A table of workspaces, one in a line; columns that it does not have leave alone what is known.
 * What is known is found by external id, or by name.
 */
public final class WorkspaceTable {
  private static final String NAME = "name";
  private static final String EXTERNAL_ID = "externalId";
  private static final String ORGANISATION = "organisation";
  private static final String CREATED_AT = "createdAt";
  private static final String DELETED_AT = "deletedAt";

  private static final TableColumns COLUMNS =
      TableColumns.undated(
          List.of(NAME), List.of(EXTERNAL_ID, ORGANISATION, CREATED_AT, DELETED_AT));

  private WorkspaceTable() {}

  /** Reads a whole table. */
  public static RowTable<TableRow> read(String text) {
    return TableReader.rows(
        text,
        COLUMNS,
        row -> {
          row.required(NAME);
          row.time(CREATED_AT);
          row.time(DELETED_AT);
          return row;
        });
  }

  /**
   * Makes the workbook say what the table does.
   *
   * @param effective when changes take place for which the table names no time
   * @throws TableFaults when a row is at fault
   */
  public static List<RowOutcome> apply(RowTable<TableRow> table, Workbook book, Instant effective) {
    Set<UUID> seen = new HashSet<>();
    return Rows.each(
        table,
        (row, place) -> {
          UUID id = take(row, book.workspaces(), effective);
          if (!seen.add(id)) {
            throw Rows.twice(NAME);
          }
          return new RowOutcome(place, book.workspaces().outcome(id), null, id);
        });
  }

  private static UUID take(TableRow row, Workspaces all, Instant effective) {
    Instant created = Moments.of(CREATED_AT, row.time(CREATED_AT));
    UUID id =
        meant(row, all)
            .orElseGet(
                () ->
                    all.add(
                        new WorkspaceFacts(
                            row.required(NAME),
                            row.text(EXTERNAL_ID),
                            created == null ? effective : created,
                            null,
                            row.text(ORGANISATION))));
    if (created != null && !created.equals(all.facts(id).createdAt())) {
      all.createAt(id, created);
    }
    Instant since = all.facts(id).createdAt();
    Instant time = effective.isBefore(since) ? since : effective;
    all.rename(id, time, row.required(NAME));
    if (row.has(EXTERNAL_ID)) {
      all.identify(id, time, row.text(EXTERNAL_ID));
    }
    if (row.has(ORGANISATION)) {
      all.organise(id, time, row.text(ORGANISATION));
    }
    if (row.has(DELETED_AT)) {
      delete(id, all, Moments.of(DELETED_AT, row.time(DELETED_AT)), time);
    }
    return id;
  }

  private static void delete(UUID id, Workspaces all, Instant wanted, Instant time) {
    Instant so = all.facts(id).deletedAt();
    if (so != null && !so.equals(wanted)) {
      all.restore(id, wanted == null && time.isAfter(so) ? time : so);
    }
    if (wanted != null && !wanted.equals(so)) {
      all.delete(id, wanted);
    }
  }

  private static Optional<UUID> meant(TableRow row, Workspaces all) {
    Instant deleted = Moments.of(DELETED_AT, row.time(DELETED_AT));
    return all.identified(row.text(EXTERNAL_ID)).stream()
        .findFirst()
        .or(() -> all.named(row.required(NAME)).stream().findFirst())
        .or(
            () ->
                all.formerly(row.required(NAME)).stream()
                    .filter(id -> all.facts(id).deletedAt().equals(deleted))
                    .findFirst());
  }
}
