package io.ledgerline.report.report.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.directory.Directory;
import io.ledgerline.report.directory.MemberFacts;
import io.ledgerline.report.directory.Town;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.report.chargeback.Chargeback.OfMember;
import io.ledgerline.report.report.chargeback.Chargeback.OfUser;
import io.ledgerline.report.report.chargeback.Chargeback.OfWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ChargebackTallyTest {
  private static final String IN_MARCH = "2031-03-15T12:00:00Z";

  private static Directory march(Town town) {
    return town.book().during(Period.ofMonth(YearMonth.of(2031, 3), ZoneOffset.UTC));
  }

  private static Town town() {
    return new Town()
        .workspace(1, "vision", "2031-01-01")
        .user(11, "ann", "ann@example.com", "2031-01-02")
        .user(12, "bob", "bob@example.com", "2031-01-03")
        .member(1, 11, "2031-01-02");
  }

  private static OfWorkspace only(Chargeback report) {
    assertThat(report.workspaces()).hasSize(1);
    return report.workspaces().getFirst();
  }

  @Test
  void aStockIsAllThatWasMadeWithoutWhatWasDeleted() {
    PlaceSum use =
        Uses.of(
            "vision",
            "cats",
            "ann",
            Map.of(
                "experiments",
                7L,
                "deleted_experiments",
                2L,
                "logged_bytes",
                3L << 20,
                "deleted_bytes",
                1L << 20),
            IN_MARCH);
    OfWorkspace vision = only(Uses.report(march(town()), List.of(use), List.of()));
    assertThat(vision.stock().experiments()).isEqualByComparingTo("5");
    assertThat(vision.stock().mebibytes()).isEqualTo(new BigDecimal("2.00"));
    assertThat(vision.members().getFirst().stock()).isEqualTo(vision.stock());
    assertThat(vision.projects().getFirst().stock()).isEqualTo(vision.stock());
  }

  @Test
  void halfOfAHundredthIsRoundedUp() {
    assertThat(new Stock(BigDecimal.ONE, BigDecimal.valueOf(10_486)).mebibytes())
        .isEqualTo(new BigDecimal("0.01"));
    assertThat(new Stock(BigDecimal.ONE, BigDecimal.valueOf(5_242)).mebibytes())
        .isEqualTo(new BigDecimal("0.00"));
    assertThat(new Stock(BigDecimal.ONE, BigDecimal.valueOf(5_243)).mebibytes())
        .isEqualTo(new BigDecimal("0.01"));
  }

  @Test
  void membersWithoutUseAreThereAndWhoLeftSomethingTooThoughNoMember() {
    OfWorkspace vision =
        only(
            Uses.report(
                march(town()),
                List.of(Uses.of("vision", "cats", "bob", "experiments", 1, IN_MARCH)),
                List.of()));
    assertThat(vision.members())
        .extracting(OfMember::userName, OfMember::isMember)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("ann", true),
            org.assertj.core.groups.Tuple.tuple("bob", false));
  }

  @Test
  void whoOnlyCalledIsAUserAndNoMember() {
    PlaceSum calls = Uses.of("vision", null, "bob", "ui_calls", 3, IN_MARCH);
    Chargeback report = Uses.report(march(town()), List.of(calls), List.of(calls));
    assertThat(only(report).members()).extracting(OfMember::userName).containsExactly("ann");
    OfUser bob = report.users().get(1);
    assertThat(bob.userName()).isEqualTo("bob");
    assertThat(bob.uiCalls()).isEqualTo(new Calls(BigDecimal.valueOf(3), Instant.parse(IN_MARCH)));
    assertThat(bob.sdkCalls()).isEqualTo(Calls.NONE);
  }

  @Test
  void callsCountWithinTheMonthTheirLastTimeEver() {
    PlaceSum before = Uses.of("vision", null, "ann", "sdk_calls", 9, "2031-02-28T23:59:59.999Z");
    OfUser ann = Uses.report(march(town()), List.of(before), List.of()).users().getFirst();
    assertThat(ann.sdkCalls().count()).isEqualByComparingTo("0");
    assertThat(ann.sdkCalls().last()).isEqualTo("2031-02-28T23:59:59.999Z");
    assertThat(ann.lastUsedAt()).isEqualTo("2031-02-28T23:59:59.999Z");
  }

  @Test
  void aUserIsFoundByAddressAndOneWhomNobodyKnowsIsThereByName() {
    Chargeback report =
        Uses.report(
            march(town()),
            List.of(
                Uses.of("vision", "cats", "ANN@example.com", "experiments", 1, IN_MARCH),
                Uses.of("vision", "cats", "arn:robot", "experiments", 1, IN_MARCH)),
            List.of());
    assertThat(report.users())
        .extracting(OfUser::userName)
        .containsExactly("ann", "arn:robot", "bob");
    assertThat(report.users().get(1).isKnown()).isFalse();
    assertThat(report.users().get(1).createdAt()).isEqualTo(IN_MARCH);
  }

  @Test
  void suspendedAndDeletedUsersStayListed() {
    Town town =
        town()
            .facts(
                11,
                "2031-03-10",
                new io.ledgerline.report.directory.UserFacts(
                    Town.time("2031-01-02"), Town.time("2031-03-10"), null, null))
            .facts(
                12,
                "2031-03-11",
                new io.ledgerline.report.directory.UserFacts(
                    Town.time("2031-01-03"), null, Town.time("2031-03-11"), null));
    List<OfUser> users = Uses.report(march(town), List.of(), List.of()).users();
    assertThat(users).extracting(OfUser::status).containsExactly("suspended", "deleted");
  }

  @Test
  void whoLeftBeforeTheEndIsNoMemberAnyMore() {
    Town town =
        town()
            .member(
                1,
                11,
                "2031-03-20",
                new MemberFacts("member", Town.time("2031-01-02"), Town.time("2031-03-20")));
    assertThat(only(Uses.report(march(town), List.of(), List.of())).members()).isEmpty();
  }

  @Test
  void aUserOfTwoWorkspacesIsAMemberTwiceAndAUserOnce() {
    Town town = town().workspace(2, "speech", "2031-01-01").member(2, 11, "2031-01-02");
    Chargeback report = Uses.report(march(town), List.of(), List.of());
    assertThat(report.workspaces())
        .allSatisfy(w -> assertThat(w.members()).extracting(OfMember::userName).contains("ann"));
    assertThat(report.users()).extracting(OfUser::userName).containsExactly("ann", "bob");
  }

  @Property(tries = 50)
  void theOrderInWhichItIsToldDoesNotMatter(@ForAll long seed) {
    Random random = new Random(seed);
    List<PlaceSum> uses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      uses.add(
          Uses.of(
              "w" + random.nextInt(3),
              random.nextBoolean() ? null : "p" + random.nextInt(3),
              random.nextBoolean() ? "ann" : "bob@example.com",
              ChargebackMeters.ALL.get(random.nextInt(6)),
              random.nextInt(1000),
              "2031-03-%02dT00:00:00Z".formatted(1 + random.nextInt(28))));
    }
    List<PlaceSum> shuffled = new ArrayList<>(uses);
    Collections.shuffle(shuffled, random);
    assertThat(Uses.report(march(town()), shuffled, shuffled))
        .isEqualTo(Uses.report(march(town()), uses, uses));
  }

  @Property(tries = 50)
  void membersAndProjectsSumToTheirWorkspaceWhenEverythingHasBoth(@ForAll long seed) {
    Random random = new Random(seed);
    List<PlaceSum> uses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      uses.add(
          Uses.of(
              "vision",
              "p" + random.nextInt(4),
              "u" + random.nextInt(4),
              "experiments",
              random.nextInt(9),
              IN_MARCH));
    }
    OfWorkspace vision = only(Uses.report(march(town()), uses, List.of()));
    assertThat(
            vision.members().stream()
                .map(m -> m.stock().experiments())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(vision.stock().experiments());
    assertThat(
            vision.projects().stream()
                .map(p -> p.stock().experiments())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(vision.stock().experiments());
  }
}
