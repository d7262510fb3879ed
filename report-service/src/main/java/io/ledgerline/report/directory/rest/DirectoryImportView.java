package io.ledgerline.report.directory.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.change.Outcome;
import io.ledgerline.report.directory.change.Workbook;
import io.ledgerline.report.directory.imports.RowOutcome;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What an import did, or would do.
 *
 * @param dryRun whether nothing was changed
 * @param rows rows of the table
 * @param added what was not there
 * @param changed what was there otherwise
 * @param removed memberships that ended
 * @param unchanged what was there just so
 * @param changes the first 1,000 of those that are not unchanged
 */
public record DirectoryImportView(
    boolean dryRun,
    int rows,
    long added,
    long changed,
    long removed,
    long unchanged,
    List<Row> changes) {
  private static final int MOST_CHANGES = 1000;

  /**
   * One that is new or different.
   *
   * @param row the table's row, from 1; absent for a member whom the table does not name
   * @param change {@code added}, {@code changed} or {@code removed}
   * @param userId the user, unless it is about a workspace; made up anew in a dry run when added
   * @param userName the user's name
   * @param workspaceId the workspace, unless it is about a user
   * @param workspace the workspace's name
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      Integer row,
      String change,
      UUID userId,
      String userName,
      UUID workspaceId,
      String workspace) {}

  static DirectoryImportView of(boolean dryRun, List<RowOutcome> outcomes, Workbook all) {
    return new DirectoryImportView(
        dryRun,
        (int) outcomes.stream().filter(one -> one.row() > 0).count(),
        count(outcomes, Outcome.ADDED),
        count(outcomes, Outcome.CHANGED),
        count(outcomes, Outcome.REMOVED),
        count(outcomes, Outcome.UNCHANGED),
        outcomes.stream()
            .filter(one -> one.outcome() != Outcome.UNCHANGED)
            .limit(MOST_CHANGES)
            .map(one -> row(one, all))
            .toList());
  }

  private static long count(List<RowOutcome> outcomes, Outcome outcome) {
    return outcomes.stream().filter(one -> one.outcome() == outcome).count();
  }

  private static Row row(RowOutcome one, Workbook all) {
    return new Row(
        one.row() == 0 ? null : one.row(),
        one.outcome().name().toLowerCase(Locale.ROOT),
        one.user(),
        one.user() == null
            ? null
            : all.users().person(one.user()).map(Person::userName).orElse(null),
        one.workspace(),
        one.workspace() == null ? null : all.workspaces().facts(one.workspace()).name());
  }
}
