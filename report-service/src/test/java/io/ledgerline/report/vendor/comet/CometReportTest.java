package io.ledgerline.report.vendor.comet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ledgerline.contracts.Period;
import io.ledgerline.platform.json.JsonSettings;
import io.ledgerline.report.directory.Town;
import io.ledgerline.report.directory.UserFacts;
import io.ledgerline.report.ledger.PlaceSum;
import io.ledgerline.report.report.chargeback.Uses;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Acceptance cases of the contract that need no server. */
class CometReportTest {
  private static final ObjectMapper JSON = JsonSettings.newMapper();
  private static final Instant MADE = Instant.ofEpochMilli(1_618_908_727_587L);

  private static JsonNode report(
      String month, Town town, List<PlaceSum> ever, List<PlaceSum> within) {
    YearMonth of = YearMonth.parse(month);
    return JSON.valueToTree(
        CometReport.of(
            of,
            Uses.report(town.book().during(Period.ofMonth(of, ZoneOffset.UTC)), ever, within),
            "acme",
            MADE));
  }

  private static JsonNode documented() throws IOException {
    try (InputStream in =
        CometReportTest.class.getResourceAsStream("/comet/chargeback-2021-03.json")) {
      return JSON.readTree(in);
    }
  }

  @Test
  void case5TheDocumentedExampleIsReproducedFieldByField() throws IOException {
    Town town =
        new Town()
            .workspace(1, "workspace 1", "2021-03-01")
            .person(
                11, io.ledgerline.report.directory.Person.of("some user", "some-user@gmail.com"))
            .facts(
                11, "2021-03-20", UserFacts.since(Instant.ofEpochMilli(1_618_908_727_532L), null))
            .member(1, 11, "2021-03-20");
    // The documented user came in April of a report of March; March's directory lacks them.
    JsonNode made =
        report(
            "2021-04",
            town,
            List.of(
                Uses.of(
                    "workspace 1",
                    "some project name",
                    "some user",
                    Map.of("experiments", 1L, "logged_bytes", 10_486L),
                    "2021-03-20T12:00:00Z")),
            List.of());
    contains(made, documented(), "");
  }

  /** All that is documented is there with the same value; more may be. */
  private static void contains(JsonNode made, JsonNode documented, String at) {
    if (documented.isObject()) {
      documented
          .properties()
          .forEach(
              field -> {
                if (!field.getKey().equals("reportDate")) {
                  assertThat(made.has(field.getKey())).as(at + "." + field.getKey()).isTrue();
                  contains(made.get(field.getKey()), field.getValue(), at + "." + field.getKey());
                }
              });
    } else if (documented.isArray()) {
      assertThat(made.size()).as(at).isEqualTo(documented.size());
      for (int i = 0; i < documented.size(); i++) {
        contains(made.get(i), documented.get(i), at + "[" + i + "]");
      }
    } else {
      assertThat(made.asText()).as(at).isEqualTo(documented.asText());
      assertThat(made.isNumber()).as(at).isEqualTo(documented.isNumber());
    }
  }

  @Test
  void case7SuspendedAndDeletedUsersAreThereWithTheirMarks() {
    Town town =
        new Town()
            .user(1, "sue", null, "2023-01-01")
            .facts(
                1,
                "2023-11-15",
                new UserFacts(Town.time("2023-01-01"), Town.time("2023-11-15"), null, null))
            .user(2, "del", null, "2023-01-01")
            .facts(
                2,
                "2023-11-16",
                new UserFacts(Town.time("2023-01-01"), null, Town.time("2023-11-16"), null));
    JsonNode users = report("2023-11", town, List.of(), List.of()).at("/users/licensedUsers");
    assertThat(users.get(0).get("username").asText()).isEqualTo("del");
    assertThat(users.get(0).get("deletedAt").longValue()).isEqualTo(1_700_092_800_000L);
    assertThat(users.get(0).get("suspended").asBoolean()).isFalse();
    assertThat(users.get(1).get("suspended").asBoolean()).isTrue();
    assertThat(users.get(1).has("deletedAt")).isFalse();
    assertThat(users.get(1).has("email")).isFalse();
  }

  @Test
  void case8CreationIsToldInBothSpellings() {
    JsonNode users =
        report(
                "2023-11",
                new Town().user(1, "ann", "ann@example.com", "2023-01-01"),
                List.of(Uses.of("w", "p", "stranger", "experiments", 1, "2023-11-02T00:00:00Z")),
                List.of())
            .at("/users/licensedUsers");
    assertThat(users).hasSize(2);
    users.forEach(
        user -> {
          assertThat(user.get("created_at")).isEqualTo(user.get("createdAt"));
          assertThat(user.get("createdAt").asText()).hasSize(13);
        });
  }

  @Test
  void case9CallsAndTheTimeOfTheLastAreTold() {
    List<PlaceSum> calls =
        List.of(
            Uses.of("w", null, "u1", "ui_calls", 3, "2023-11-20T10:00:00.123Z"),
            Uses.of("w", null, "u1", "sdk_calls", 5, "2023-11-21T10:00:00Z"));
    JsonNode user = report("2023-11", new Town(), calls, calls).at("/users/licensedUsers").get(0);
    assertThat(user.get("uiUsageCount").isIntegralNumber()).isTrue();
    assertThat(user.get("uiUsageCount").asInt()).isEqualTo(3);
    assertThat(user.get("sdkUsageCount").asInt()).isEqualTo(5);
    assertThat(user.get("uiUsageUpdateTs").longValue()).isEqualTo(1_700_474_400_123L);
    assertThat(user.get("lastUsedAt").longValue())
        .isEqualTo(user.get("sdkUsageUpdateTs").longValue());
  }

  @Test
  void case10AUserOfTwoWorkspacesIsOneUserAndTwoMembers() {
    Town town =
        new Town()
            .workspace(1, "a", "2023-01-01")
            .workspace(2, "b", "2023-01-01")
            .user(1, "ann", "ann@example.com", "2023-01-01")
            .member(1, 1, "2023-01-01")
            .member(2, 1, "2023-01-01");
    JsonNode report = report("2023-11", town, List.of(), List.of());
    assertThat(report.at("/users/numberOfUsers").asInt()).isEqualTo(1);
    assertThat(report.at("/users/licensedUsers")).hasSize(1);
    assertThat(report.at("/workspaces/0/members/0/userName").asText()).isEqualTo("ann");
    assertThat(report.at("/workspaces/1/members/0/userName").asText()).isEqualTo("ann");
    assertThat(report.at("/workspaces/1/numberOfMembers").asInt()).isEqualTo(1);
  }
}
