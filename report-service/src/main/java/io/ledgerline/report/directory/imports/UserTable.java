package io.ledgerline.report.directory.imports;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.directory.Moments;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.change.Users;
import io.ledgerline.report.directory.change.Workbook;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A table of users, one in a line. A column that the table does not have leaves alone what is
 * known; an empty cell of one that it has says that there is nothing. Who is known is found by user
 * name, or by external id when the user name is another now.
 */
public final class UserTable {
  private static final String USER_NAME = "userName";
  private static final String EMAIL = "email";
  private static final String DISPLAY_NAME = "displayName";
  private static final String EXTERNAL_ID = "externalId";
  private static final String ALIASES = "aliases";
  private static final String ORGANISATION = "organisation";
  private static final String CREATED_AT = "createdAt";
  private static final String SUSPENDED_AT = "suspendedAt";
  private static final String DELETED_AT = "deletedAt";

  private static final TableColumns COLUMNS =
      TableColumns.undated(
          List.of(USER_NAME),
          List.of(
              EMAIL,
              DISPLAY_NAME,
              EXTERNAL_ID,
              ALIASES,
              ORGANISATION,
              CREATED_AT,
              SUSPENDED_AT,
              DELETED_AT));

  private final Workbook book;
  private final Instant effective;
  private final Set<UUID> seen = new HashSet<>();

  private UserTable(Workbook book, Instant effective) {
    this.book = book;
    this.effective = effective;
  }

  /** Reads a whole table. */
  public static RowTable<TableRow> read(String text) {
    return TableReader.rows(text, COLUMNS, UserTable::checked);
  }

  private static TableRow checked(TableRow row) {
    row.required(USER_NAME);
    row.time(CREATED_AT);
    row.time(SUSPENDED_AT);
    row.time(DELETED_AT);
    return row;
  }

  /**
   * Makes the workbook say what the table does.
   *
   * @param effective when changes take place for which the table names no time
   * @throws TableFaults when a row is at fault
   */
  public static List<RowOutcome> apply(RowTable<TableRow> table, Workbook book, Instant effective) {
    UserTable taking = new UserTable(book, effective);
    return Rows.each(table, taking::take);
  }

  private RowOutcome take(TableRow row, int place) {
    Instant created = Moments.of(CREATED_AT, row.time(CREATED_AT));
    UUID id =
        meant(row)
            .orElseGet(
                () ->
                    book.users()
                        .add(
                            person(row, null),
                            created == null ? first(row) : created,
                            row.text(ORGANISATION)));
    if (!seen.add(id)) {
      throw Rows.twice(USER_NAME);
    }
    update(row, id, created);
    return new RowOutcome(place, book.users().outcome(id), id, null);
  }

  /** When somebody came at the latest of whom the table does not say when. */
  private Instant first(TableRow row) {
    return Stream.of(row.time(SUSPENDED_AT), row.time(DELETED_AT), effective)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .orElse(effective);
  }

  private Optional<UUID> meant(TableRow row) {
    Users users = book.users();
    String userName = row.required(USER_NAME);
    Optional<UUID> byName =
        users.named(userName).stream().filter(id -> isCalled(id, userName)).findFirst();
    Optional<UUID> byExternalId =
        Optional.ofNullable(row.text(EXTERNAL_ID)).flatMap(this::identified);
    if (byName.isPresent() && byExternalId.isPresent() && !byName.equals(byExternalId)) {
      throw new InvalidValueException(
          EXTERNAL_ID, "ambiguous-user", "User name and external id are those of two users.");
    }
    return byName.or(() -> byExternalId).or(() -> former(row));
  }

  private boolean isCalled(UUID id, String userName) {
    return book.users()
        .person(id)
        .filter(person -> Person.key(person.userName()).equals(Person.key(userName)))
        .isPresent();
  }

  private Optional<UUID> identified(String externalId) {
    List<UUID> found =
        book.users().named(externalId).stream()
            .filter(
                id ->
                    book.users()
                        .person(id)
                        .filter(person -> externalId.equals(person.externalId()))
                        .isPresent())
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** One who was deleted just when the row says. */
  private Optional<UUID> former(TableRow row) {
    Instant deleted = Moments.of(DELETED_AT, row.time(DELETED_AT));
    return deleted == null
        ? Optional.empty()
        : book.users().formerly(row.required(USER_NAME)).stream()
            .filter(id -> deleted.equals(book.users().facts(id).deletedAt()))
            .findFirst();
  }

  private Person person(TableRow row, Person so) {
    return new Person(
        row.required(USER_NAME),
        row.has(EMAIL) ? list(row.text(EMAIL)) : so == null ? List.of() : so.emails(),
        row.has(DISPLAY_NAME) || so == null ? row.text(DISPLAY_NAME) : so.displayName(),
        row.has(EXTERNAL_ID) || so == null ? row.text(EXTERNAL_ID) : so.externalId(),
        row.has(ALIASES) ? list(row.text(ALIASES)) : so == null ? List.of() : so.aliases(),
        so == null ? Map.of() : so.profile());
  }

  /** Several names in a cell stand between bars. */
  private static List<String> list(String cell) {
    return cell == null
        ? List.of()
        : Arrays.stream(cell.split("\\|"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
  }

  private void update(TableRow row, UUID id, Instant created) {
    Users users = book.users();
    users.rename(id, person(row, users.person(id).orElse(null)));
    if (created != null && !created.equals(users.facts(id).createdAt())) {
      users.createAt(id, created);
    }
    if (row.has(ORGANISATION) && users.facts(id).deletedAt() == null) {
      users.organise(id, later(users.facts(id).createdAt()), row.text(ORGANISATION));
    }
    if (row.has(SUSPENDED_AT)) {
      suspend(id, Moments.of(SUSPENDED_AT, row.time(SUSPENDED_AT)));
    }
    if (row.has(DELETED_AT)) {
      delete(id, Moments.of(DELETED_AT, row.time(DELETED_AT)));
    }
  }

  private void suspend(UUID id, Instant wanted) {
    UserFacts facts = book.users().facts(id);
    Instant so = facts.suspendedAt();
    if (so != null && !so.equals(wanted)) {
      book.users().activate(id, wanted == null ? later(so) : so);
    }
    if (wanted != null && !wanted.equals(so)) {
      book.users().suspend(id, wanted);
    }
  }

  private void delete(UUID id, Instant wanted) {
    Instant so = book.users().facts(id).deletedAt();
    if (so != null && !so.equals(wanted)) {
      book.users().restore(id, wanted == null ? later(so) : so);
    }
    if (wanted != null && !wanted.equals(so)) {
      book.users().delete(id, wanted);
    }
  }

  private Instant later(Instant other) {
    return effective.isBefore(other) ? other : effective;
  }
}
