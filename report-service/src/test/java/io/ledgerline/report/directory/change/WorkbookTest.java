package io.ledgerline.report.directory.change;

import static io.ledgerline.report.directory.Town.id;
import static io.ledgerline.report.directory.Town.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.DirectoryBook;
import io.ledgerline.report.directory.DirectoryUser;
import io.ledgerline.report.directory.KnownPerson;
import io.ledgerline.report.directory.MembershipKey;
import io.ledgerline.report.directory.Person;
import io.ledgerline.report.directory.Town;
import io.ledgerline.report.directory.UserStatus;
import io.ledgerline.report.directory.WorkspaceFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WorkbookTest {
  private static final Instant NOW = time("2026-06-01");

  private DirectoryBook book =
      new Town()
          .user(1, "ada", "ada@example.org", "2026-01-10T08:01:02.345Z")
          .user(2, "bob", null, "2026-02-01")
          .workspace(7, "Search", "2026-01-01")
          .member(7, 1, "2026-02-01")
          .book();

  /** Changes the book and keeps what comes of it. */
  private Edits change(Consumer<Workbook> work) {
    Map<UUID, Person> people = new HashMap<>();
    book.people().forEach((id, known) -> people.put(id, known.person()));
    Workbook workbook =
        new Workbook(
            new Knowledge(book.users(), book.workspaces(), book.memberships(), people), NOW);
    work.accept(workbook);
    Edits edits = workbook.edits();
    Map<UUID, KnownPerson> known = new HashMap<>(book.people());
    edits.people().forEach((id, person) -> known.put(id, new KnownPerson(person, NOW)));
    book =
        new DirectoryBook(
            book.knownAt().plusSeconds(1),
            learnt(book.users().supposing(edits.users())),
            learnt(book.workspaces().supposing(edits.workspaces())),
            learnt(book.memberships().supposing(edits.memberships())),
            known,
            List.of());
    return edits;
  }

  private <K, V> Register<K, V> learnt(Register<K, V> register) {
    return register.seenFrom(book.knownAt().plusSeconds(1));
  }

  private DirectoryUser at(int user, String time) {
    return book.at(time(time)).user(id(user)).orElseThrow();
  }

  @Test
  void aSuspensionLastsUntilTheUserIsActivated() {
    change(all -> all.users().suspend(id(1), time("2026-03-15T10:07:08.009Z")));
    change(all -> all.users().activate(id(1), time("2026-04-01")));
    assertThat(at(1, "2026-03-15T10:07:08.008Z").status()).isEqualTo(UserStatus.ACTIVE);
    assertThat(at(1, "2026-03-31").suspendedAt()).isEqualTo("2026-03-15T10:07:08.009Z");
    assertThat(at(1, "2026-04-01").status()).isEqualTo(UserStatus.ACTIVE);
  }

  @Test
  void whatIsLearntLateLeavesAloneWhatHappenedLater() {
    change(all -> all.users().organise(id(1), time("2026-04-01"), "new"));
    change(all -> all.users().suspend(id(1), time("2026-05-01")));
    change(all -> all.users().activate(id(1), time("2026-05-15")));
    change(all -> all.users().suspend(id(1), time("2026-03-01")));
    change(all -> all.users().organise(id(1), time("2026-02-01"), "old"));
    assertThat(at(1, "2026-03-15").organisation()).isEqualTo("old");
    assertThat(at(1, "2026-04-15").organisation()).isEqualTo("new");
    assertThat(at(1, "2026-05-10").suspendedAt()).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(at(1, "2026-05-20").status()).isEqualTo(UserStatus.ACTIVE);
  }

  @Test
  void theSameAgainChangesNothing() {
    change(all -> all.users().suspend(id(1), time("2026-03-01")));
    Edits again = change(all -> all.users().suspend(id(1), time("2026-03-02")));
    assertThat(again.users()).isEmpty();
    assertThat(change(all -> all.users().delete(id(2), time("2026-03-01"))).users()).isNotEmpty();
    assertThat(change(all -> all.users().delete(id(2), time("2026-04-01"))).users()).isEmpty();
    assertThat(at(2, "2026-05-01").deletedAt()).isEqualTo("2026-03-01T00:00:00Z");
  }

  @Test
  void aUserNameIsOnesOwnUntilTheUserIsDeleted() {
    assertThatThrownBy(() -> change(all -> all.users().add(Person.of("ADA", null), NOW, null)))
        .isInstanceOfSatisfying(
            NameTakenException.class, taken -> assertThat(taken.field()).isEqualTo("userName"));
    Edits gone = change(all -> all.users().delete(id(1), time("2026-03-01")));
    assertThat(gone.gone()).containsExactly(id(1));
    Edits added = change(all -> all.users().add(Person.of("ADA", null), NOW, null));
    assertThat(added.people()).hasSize(1);
    assertThatThrownBy(() -> change(all -> all.users().restore(id(1), NOW)))
        .isInstanceOf(NameTakenException.class);
    Directory before = book.at(time("2026-02-15"));
    assertThat(before.find("ada")).map(DirectoryUser::id).contains(id(1));
  }

  @Test
  void whoIsRenamedIsStillFoundByTheNamesOfBefore() {
    change(all -> all.users().rename(id(1), Person.of("augusta", "augusta@example.org")));
    assertThat(
            change(all -> all.users().rename(id(1), Person.of("augusta", "augusta@example.org")))
                .people())
        .isEmpty();
    Directory then = book.at(time("2026-02-15"));
    assertThat(then.find("ada")).map(DirectoryUser::id).contains(id(1));
    assertThat(then.find("Ada@example.org")).map(DirectoryUser::id).contains(id(1));
    // Somebody else may have the name by now; then that is who is meant.
    change(all -> all.users().add(Person.of("ada", null), NOW, null));
    assertThat(book.at(NOW).find("ada")).map(DirectoryUser::userName).contains("ada");
  }

  @Test
  void anAliasIsNobodyElsesName() {
    Person bob = new Person("bob", List.of(), null, null, List.of("Ada"), Map.of());
    assertThatThrownBy(() -> change(all -> all.users().rename(id(2), bob)))
        .isInstanceOfSatisfying(
            NameTakenException.class, taken -> assertThat(taken.field()).isEqualTo("aliases"));
  }

  @Test
  void nothingHappensToSomebodyBeforeTheyCameOrAfterTheyWent() {
    assertThatThrownBy(() -> change(all -> all.users().suspend(id(1), time("2026-01-10"))))
        .isInstanceOf(InvalidValueException.class);
    change(all -> all.users().delete(id(1), time("2026-03-01")));
    assertThatThrownBy(() -> change(all -> all.users().suspend(id(1), time("2026-04-01"))))
        .isInstanceOf(InvalidValueException.class);
    change(all -> all.users().restore(id(1), time("2026-05-01")));
    change(all -> all.users().suspend(id(1), time("2026-05-02")));
    assertThat(at(1, "2026-04-01").status()).isEqualTo(UserStatus.DELETED);
    assertThat(at(1, "2026-05-03").status()).isEqualTo(UserStatus.SUSPENDED);
  }

  @Test
  void somebodyMayTurnOutToHaveComeEarlierOrLater() {
    change(all -> all.users().createAt(id(2), time("2026-01-05T00:00:00.001Z")));
    assertThat(at(2, "2026-01-06").createdAt()).isEqualTo("2026-01-05T00:00:00.001Z");
    change(all -> all.users().createAt(id(2), time("2026-02-20")));
    assertThat(book.at(time("2026-02-19")).user(id(2))).isEmpty();
    assertThat(at(2, "2026-02-20").createdAt()).isEqualTo("2026-02-20T00:00:00Z");
  }

  @Test
  void membersLeaveAndComeBack() {
    MembershipKey ada = new MembershipKey(id(7), id(1));
    change(all -> all.memberships().leave(ada, time("2026-03-10T09:08:07Z")));
    change(all -> all.memberships().join(ada, time("2026-04-01"), "admin"));
    Directory march = book.at(time("2026-03-31"));
    assertThat(march.members(march.workspaceNamed("Search").orElseThrow())).isEmpty();
    Directory april = book.at(time("2026-04-30"));
    assertThat(april.members(april.workspaceNamed("Search").orElseThrow()))
        .extracting(member -> member.role() + " " + member.joinedAt())
        .containsExactly("admin 2026-04-01T00:00:00Z");
    Directory february = book.at(time("2026-02-02"));
    assertThat(february.memberships()).hasSize(1);
  }

  @Test
  void aMembershipOfThePastMayBeLearntLate() {
    MembershipKey ada = new MembershipKey(id(7), id(1));
    MembershipKey bob = new MembershipKey(id(7), id(2));
    change(all -> all.memberships().join(bob, time("2026-02-10"), null));
    change(all -> all.memberships().leave(bob, time("2026-03-10")));
    Edits earlier = change(all -> all.memberships().join(ada, time("2026-01-15"), "x"));
    assertThat(earlier.memberships()).isNotEmpty();
    Directory january = book.at(time("2026-01-20"));
    assertThat(january.memberships()).extracting(m -> m.role()).containsExactly("x");
    Directory february = book.at(time("2026-02-20"));
    assertThat(february.memberships()).hasSize(2);
    assertThat(february.memberships().getFirst().joinedAt()).isEqualTo("2026-01-15T00:00:00Z");
    assertThat(book.at(time("2026-03-20")).memberships()).hasSize(1);
  }

  @Test
  void aWorkspaceIsRenamedFromSomeTimeOnAndItsNameIsItsOwn() {
    change(all -> all.workspaces().rename(id(7), time("2026-03-01"), "Find"));
    assertThat(book.at(time("2026-02-01")).workspaceNamed("Search")).isPresent();
    assertThat(book.at(time("2026-03-01")).workspaceNamed("Find")).isPresent();
    assertThatThrownBy(
            () ->
                change(
                    all -> all.workspaces().add(new WorkspaceFacts("FIND", null, NOW, null, null))))
        .isInstanceOf(NameTakenException.class);
    change(all -> all.workspaces().delete(id(7), time("2026-04-01")));
    change(all -> all.workspaces().add(new WorkspaceFacts("FIND", null, NOW, null, null)));
    assertThat(book.at(NOW).workspaceNamed("FIND")).isPresent();
  }
}
