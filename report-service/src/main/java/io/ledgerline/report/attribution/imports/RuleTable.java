package io.ledgerline.report.attribution.imports;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.PrincipalId;
import io.ledgerline.report.attribution.RuleMatch;
import io.ledgerline.report.attribution.RuleTarget;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A table of attribution rules, one in a line; a tag has a column of its own, {@code tag:team}. An
 * empty cell names nothing. A line with {@code withdrawn} takes back, and needs no cost centre.
 */
public final class RuleTable {
  private static final String ACCOUNT = "sourceAccount";
  private static final String WORKSPACE = "workspace";
  private static final String PROJECT = "project";
  private static final String PRINCIPAL = "principal";
  private static final String MODEL = "model";
  private static final String TAG = "tag:";
  private static final String CENTRE = "costCentre";
  private static final String WITHDRAWN = "withdrawn";

  private static final TableColumns COLUMNS =
      new TableColumns(
          List.of(CENTRE), List.of(ACCOUNT, WORKSPACE, PROJECT, PRINCIPAL, MODEL, WITHDRAWN), TAG);

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RuleTable() {}

  /** Reads a whole table. */
  public static DraftTable<RuleMatch, RuleTarget> read(String text) {
    return TableReader.read(text, COLUMNS, RuleTable::draft);
  }

  /**
   * The surrogate that a text spells; null for null.
   *
   * @throws InvalidValueException {@code invalid-principal}
   */
  public static PrincipalId principal(String text) {
    if (text == null) {
      return null;
    }
    if (!UUID_FORM.matcher(text).matches()) {
      throw new InvalidValueException(
          PRINCIPAL,
          "invalid-principal",
          "'principal' is the surrogate (a UUID) that usage shows as principalId, never a name.");
    }
    return new PrincipalId(UUID.fromString(text));
  }

  private static Draft<RuleMatch, RuleTarget> draft(TableRow row) {
    return new Draft<>(
        new RuleMatch(
            row.text(ACCOUNT),
            row.text(WORKSPACE),
            row.text(PROJECT),
            principal(row.text(PRINCIPAL)),
            row.withPrefix(TAG),
            row.text(MODEL)),
        row.flag(WITHDRAWN) ? null : new RuleTarget(row.required(CENTRE)),
        row.validity());
  }
}
