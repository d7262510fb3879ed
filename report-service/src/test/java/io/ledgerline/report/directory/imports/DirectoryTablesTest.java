package io.ledgerline.report.directory.imports;

import static io.ledgerline.report.directory.Town.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.report.directory.DirectoryBook;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.directory.change.Knowledge;
import io.ledgerline.report.directory.change.Outcome;
import io.ledgerline.report.directory.change.Workbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DirectoryTablesTest {
  private static final Instant NOW = time("2026-06-01");

  private final Workbook book = empty();

  private static Workbook empty() {
    DirectoryBook nothing = DirectoryBook.empty(NOW);
    return new Workbook(
        new Knowledge(nothing.users(), nothing.workspaces(), nothing.memberships(), Map.of()), NOW);
  }

  private static String sample(String name) {
    try {
      return Files.readString(Path.of("../docs/samples/directory", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<RowOutcome> users(String table) {
    return UserTable.apply(UserTable.read(table), book, NOW);
  }

  private UUID user(String name) {
    return book.users().meant("user", name);
  }

  private UserFacts facts(String name) {
    return book.users().facts(user(name));
  }

  @Test
  void theSamplesOfTheManualAreTablesThatWork() {
    assertThat(users(sample("users.csv")))
        .extracting(RowOutcome::outcome)
        .containsOnly(Outcome.ADDED);
    assertThat(WorkspaceTable.apply(WorkspaceTable.read(sample("workspaces.csv")), book, NOW))
        .hasSize(2);
    // Cleo is deleted by now, and was a member before.
    assertThat(
            MembershipTable.apply(
                MembershipTable.read(sample("memberships.csv")), book, NOW, false))
        .hasSize(3);
    assertThat(book.edits().memberships()).hasSizeGreaterThan(3);
  }

  @Test
  void whoWasSuspendedBeforeTheTableSaysTheyCameHadComeByThen() {
    users("userName,email,organisation,suspendedAt\nada,a@x,o,2026-02-01\n");
    assertThat(facts("ada").createdAt()).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(facts("ada").suspendedAt()).isEqualTo("2026-02-01T00:00:00Z");
  }

  @Test
  void aRowIsOfTheUserWhoHasTheExternalIdUnderAnotherName() {
    users("userName,externalId,createdAt\nada,e1,2026-01-01\nbob,e2,2026-01-01\n");
    UUID ada = user("ada");
    users("userName,externalId\naugusta,e1\n");
    assertThat(user("augusta")).isEqualTo(ada);
    assertThat(book.users().person(ada).map(Person::former)).contains(List.of("ada"));
    assertThatThrownBy(() -> users("userName,externalId\nbob,e1\n"))
        .isInstanceOf(TableFaults.class);
    assertThatThrownBy(() -> users("userName\nbob\nBOB\n")).isInstanceOf(TableFaults.class);
  }

  @Test
  void statusIsTakenFromItsColumnsIfTheTableHasThem() {
    users("userName,createdAt,suspendedAt\nada,2026-01-01,2026-02-01\n");
    assertThat(facts("ada").suspendedAt()).isEqualTo("2026-02-01T00:00:00Z");
    users("userName,email\nada,ada@example.org\n");
    assertThat(facts("ada").suspendedAt()).isNotNull();
    users("userName,suspendedAt\nada,2026-03-01\n");
    assertThat(facts("ada").suspendedAt()).isEqualTo("2026-03-01T00:00:00Z");
    users("userName,suspendedAt\nada,\n");
    assertThat(facts("ada").suspendedAt()).isNull();
    assertThat(book.users().person(user("ada")).map(Person::email)).contains("ada@example.org");
  }

  @Test
  void whoWasDeletedJustThenIsNotMadeAnew() {
    String table = "userName,createdAt,deletedAt\nada,2026-01-01,2026-03-01\n";
    UUID gone = users(table).getFirst().user();
    assertThat(users(table).getFirst().user()).isEqualTo(gone);
    UUID another = users("userName,createdAt,deletedAt\nada,2026-04-01,\n").getFirst().user();
    assertThat(another).isNotEqualTo(gone);
  }

  @Test
  void aTableWithFaultsNamesThemAll() {
    assertThatThrownBy(() -> users("userName,createdAt\nx,soon\n,\ny,2026-01-01\n"))
        .isInstanceOfSatisfying(
            TableFaults.class,
            faults ->
                assertThat(faults.faults())
                    .extracting(fault -> fault.field() + " " + fault.code())
                    .containsExactly("rows[1].createdAt not-a-time"));
    assertThatThrownBy(() -> users("")).isInstanceOf(TableFaults.class);
    assertThatThrownBy(() -> users("userName,validFrom\nx,2026-01-01\n"))
        .isInstanceOf(TableFaults.class);
  }
}
