package io.ledgerline.report.directory;

import static io.ledgerline.report.directory.Town.id;
import static io.ledgerline.report.directory.Town.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoryTest {
  private static final Period MARCH = Period.ofMonth(YearMonth.of(2024, 3), ZoneOffset.UTC);

  private final Town town =
      new Town()
          .user(1, "ada", "Ada@Example.org", "2024-01-10T08:01:02.345Z")
          .user(2, "bob", null, "2024-03-31T23:59:59.999Z")
          .user(3, "cleo", null, "2024-04-01")
          .workspace(7, "Search", "2024-01-01")
          .member(7, 1, "2024-02-01");

  private Directory march() {
    return town.book().during(MARCH);
  }

  @Test
  void aMonthShowsWhoHadComeBeforeItsEndAlsoWithoutUsage() {
    assertThat(march().users()).extracting(DirectoryUser::userName).containsExactly("ada", "bob");
    assertThat(march().users().getFirst().createdAt()).isEqualTo("2024-01-10T08:01:02.345Z");
    assertThat(march().workspaces()).extracting(Workspace::name).containsExactly("Search");
  }

  @Test
  void aStatusIsTheOneAtTheEndWithItsExactMillisecond() {
    UserFacts ada = UserFacts.since(time("2024-01-10T08:01:02.345Z"), null);
    town.facts(1, "2024-03-15T10:07:00.123Z", ada.withSuspendedAt(time("2024-03-15T10:07:00.123Z")))
        .facts(
            2,
            "2024-04-02",
            UserFacts.since(time("2024-03-31T23:59:59.999Z"), null)
                .withDeletedAt(time("2024-04-02")));
    DirectoryUser one = march().user(id(1)).orElseThrow();
    assertThat(one.status()).isEqualTo(UserStatus.SUSPENDED);
    assertThat(one.suspendedAt()).isEqualTo("2024-03-15T10:07:00.123Z");
    assertThat(march().user(id(2)).orElseThrow().status()).isEqualTo(UserStatus.ACTIVE);
  }

  @Test
  void aTimeOffTheQuarterHourStillTellsBeforeFromAfter() {
    UserFacts ada = UserFacts.since(time("2024-01-10T08:01:02.345Z"), null);
    town.facts(1, "2024-03-15T10:07:00Z", ada.withSuspendedAt(time("2024-03-15T10:07:00Z")));
    DirectoryBook book = town.book();
    assertThat(book.at(time("2024-03-15T10:06:59.999Z")).user(id(1)).orElseThrow().status())
        .isEqualTo(UserStatus.ACTIVE);
    assertThat(book.at(time("2024-03-15T10:07:00Z")).user(id(1)).orElseThrow().status())
        .isEqualTo(UserStatus.SUSPENDED);
  }

  @Test
  void membersOfAMonthAreThoseOfItsEndAndWhoLeftWithinIsStillTold() {
    town.member(7, 2, "2024-03-31T23:59:59.999Z")
        .member(
            7, 1, "2024-03-20", new MemberFacts("admin", time("2024-02-01"), time("2024-03-20")));
    Workspace search = march().workspaceNamed("Search").orElseThrow();
    assertThat(march().members(search)).extracting(m -> m.user().userName()).containsExactly("bob");
    assertThat(march().memberships()).hasSize(2);
    Directory february = town.book().during(Period.ofMonth(YearMonth.of(2024, 2), ZoneOffset.UTC));
    assertThat(february.members(search)).extracting(Membership::role).containsExactly("member");
    assertThat(february.membershipsOf(february.user(id(1)).orElseThrow())).hasSize(1);
  }

  @Test
  void aPrincipalIsFoundByAliasUserNameEmailOrExternalIdWhateverTheCase() {
    town.person(
        1,
        new Person(
            "ada",
            List.of("ada@example.org", "lovelace@example.org"),
            "Ada",
            "00u1",
            List.of("arn:aws:iam::1:user/ada"),
            Map.of()));
    for (String name :
        List.of(
            "ADA", "Ada@Example.org", "lovelace@example.org", "00U1", "arn:aws:iam::1:user/Ada")) {
      assertThat(march().find(name)).as(name).map(DirectoryUser::id).contains(id(1));
    }
    assertThat(march().find("ada@example.com")).isEmpty();
    assertThat(march().find("arn:aws:sts::1:assumed-role/ada")).isEmpty();
    assertThat(march().find(null)).isEmpty();
  }

  @Test
  void aTextThatMeansSeveralMeansNobodyUnlessOnlyOneWasThere() {
    town.user(4, "ada2", "ada@example.org", "2024-01-01");
    assertThat(march().find("ada@example.org")).isEmpty();
    town.facts(
        4,
        "2024-02-01",
        UserFacts.since(time("2024-01-01"), null).withDeletedAt(time("2024-02-01")));
    assertThat(march().find("ada@example.org")).map(DirectoryUser::id).contains(id(1));
    assertThat(march().find("ada@example.org", time("2024-01-05")))
        .map(DirectoryUser::id)
        .contains(id(4));
  }

  @Test
  void anErasedPersonIsASurrogateThatNobodyFindsByName() {
    Town other = new Town().facts(9, "2024-01-01", UserFacts.since(time("2024-01-01"), "org"));
    DirectoryUser gone = other.book().during(MARCH).users().getFirst();
    assertThat(gone.isErased()).isTrue();
    assertThat(gone.userName()).isEqualTo("erased-00000000");
    assertThat(gone.email()).isNull();
    assertThat(other.book().during(MARCH).find("erased-00000000")).isEmpty();
  }

  @Test
  void aWorkspaceKeepsItsIdentityWhenItIsRenamed() {
    town.workspace(
        7, "2024-03-10", new WorkspaceFacts("Find", "g-7", time("2024-01-01"), null, null));
    assertThat(march().workspaceNamed("find")).map(Workspace::id).contains(id(7));
    assertThat(march().workspaceNamed("g-7")).map(Workspace::id).contains(id(7));
    assertThat(march().workspaceNamed("Search")).isEmpty();
    assertThat(town.book().at(time("2024-03-09")).workspaceNamed("Search")).isPresent();
  }
}
