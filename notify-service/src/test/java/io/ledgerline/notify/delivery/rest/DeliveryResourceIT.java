package io.ledgerline.notify.delivery.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.ledgerline.contracts.AccessScope;
import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.notify.support.ArtifactShelf;
import io.ledgerline.notify.support.NotifyServiceTest;
import io.ledgerline.notify.support.Reports;
import io.ledgerline.notify.support.Service;
import io.ledgerline.testkit.ApiWalk;
import io.ledgerline.testkit.DoorWalk;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NotifyServiceTest
class DeliveryResourceIT {
  private static final byte[] CSV = "Account_ID\n".getBytes(StandardCharsets.UTF_8);
  private static final String ALL = "/api/v1/deliveries";
  private static final String ONE = "/api/v1/deliveries/{id}";
  private static final String REPLAYS = "/api/v1/deliveries/{id}/replays";

  private final ArtifactShelf shelf = ArtifactShelf.open();

  @ParameterizedTest
  @ValueSource(strings = {ALL, "/api/v1/dead-letters", "/api/v1/channels", "/q/metrics"})
  void nothingIsShownWithoutAKey(String path) {
    given()
        .get(path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @ParameterizedTest
  @ValueSource(strings = {ALL, "/api/v1/dead-letters", "/api/v1/channels"})
  void aKeyThatOnlySendsEventsSeesNothing(String path) {
    Service.as(TestKeys.INGEST)
        .get(path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("forbidden"));
  }

  @Test
  void aViewerSeesButDoesNotReplay() {
    UUID id = deadDelivery();
    Service.as(TestKeys.VIEWER).get(ONE, id).then().statusCode(200).body("state", equalTo("DEAD"));
    Service.as(TestKeys.VIEWER).post(REPLAYS, id).then().statusCode(403);
    Service.as(TestKeys.BILLING_ADMIN)
        .post(REPLAYS, id)
        .then()
        .statusCode(200)
        .body("state", equalTo("PENDING"));
  }

  @Test
  void aKeyThatSeesAPartSeesDeliveriesOfReportsOnIt() {
    UUID whole = deadDelivery();
    UUID part = deadDelivery(new AccessScope(Set.of("scope-a-1"), null));
    Service.as(TestKeys.SCOPE_A).get(ONE, part).then().statusCode(200);
    Service.as(TestKeys.SCOPE_A)
        .get("/api/v1/dead-letters?limit=1000")
        .then()
        .body("items.id", hasItems(part.toString()))
        .body("items.id", not(hasItems(whole.toString())));
    Service.as(TestKeys.SCOPE_A).get(ONE, whole).then().statusCode(404);
    Service.as(TestKeys.SCOPE_B).get(ONE, part).then().statusCode(404);
    Service.as(TestKeys.SCOPE_B).post(REPLAYS, part).then().statusCode(404);
    Service.as(TestKeys.SCOPE_B).get(ALL).then().body("items.size()", equalTo(0));
    Service.asAdmin().get(ONE, part).then().statusCode(200);
    DoorWalk walk =
        new DoorWalk(
            Map.of("/api/v1/deliveries/", part.toString()),
            Map.of("limit", 1000),
            List.of(part.toString()));
    assertThat(walk.with(TestKeys.SCOPE_B)).contains("200 /api/v1/deliveries");
    walk.with(TestKeys.OTHER_TENANT);
  }

  @Test
  void anotherTenantSeesNoneOfIt() {
    UUID id = deadDelivery();
    Service.as(TestKeys.OTHER_TENANT)
        .get(ONE, id)
        .then()
        .statusCode(404)
        .body("code", equalTo("not-found"));
    Service.as(TestKeys.OTHER_TENANT).post(REPLAYS, id).then().statusCode(404);
    Service.as(TestKeys.OTHER_TENANT).get(ALL).then().body("items.size()", equalTo(0));
    Service.as(TestKeys.OTHER_TENANT)
        .get("/api/v1/dead-letters")
        .then()
        .body("items.size()", equalTo(0));
  }

  @Test
  void aListIsReadPageByPageInItsOrderWithoutGapOrRepeat() {
    ArtifactRef artifact = shelf.announce("pages.csv", CSV);
    DeliveryTarget[] targets =
        IntStream.range(0, 7)
            .mapToObj(i -> new DeliveryTarget.Email(List.of(i + "@example.org")))
            .toArray(DeliveryTarget[]::new);
    ReportCompleted report = Reports.to("daily-usage", artifact, targets);
    Service.announce(report);
    for (DeliveryTarget target : targets) {
      Service.await(report, target, State.DEAD);
    }
    for (String sort : List.of("createdAt", "-createdAt", "updatedAt", "-updatedAt")) {
      List<String> ids = new ArrayList<>();
      List<String> times = new ArrayList<>();
      String cursor = null;
      do {
        JsonPath page =
            Service.asAdmin()
                .queryParam("runId", report.runId())
                .queryParam("state", "DEAD")
                .queryParam("channel", "email")
                .queryParam("sort", sort)
                .queryParam("limit", 3)
                .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
                .get(ALL)
                .jsonPath();
        ids.addAll(page.getList("items.id"));
        times.addAll(page.getList("items." + sort.replace("-", "")));
        cursor = page.getString("nextCursor");
      } while (cursor != null);
      assertThat(ids).hasSize(7).doesNotHaveDuplicates();
      List<Instant> instants = times.stream().map(Instant::parse).toList();
      assertThat(sort.startsWith("-") ? instants.reversed() : instants).isSorted();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "state=SENT, state",
    "sort=size, sort",
    "limit=0, limit",
    "limit=many, limit",
    "cursor=nonsense, cursor",
    "cursor=YQ, cursor",
    "runId=17, runId"
  })
  void aParameterThatCannotBeReadIsNamed(String query, String parameter) {
    Service.asAdmin()
        .get(ALL + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("invalid-request"));
    assertThat(parameter).isNotBlank();
  }

  @Test
  void whatIsNotThereIs404() {
    Service.asAdmin().get(ONE, UUID.randomUUID()).then().statusCode(404);
    Service.asAdmin().post(REPLAYS, UUID.randomUUID()).then().statusCode(404);
  }

  @Test
  void channelsAreListedWithTheirLimitsAndWithoutSecrets() {
    Service.as(TestKeys.VIEWER)
        .get("/api/v1/channels")
        .then()
        .statusCode(200)
        .body("items.channel", equalTo(List.of("email", "s3")))
        .body("items[0].limits.maxRecipients", equalTo(50))
        .body("items[0].settings.from", equalTo("ledgerline@localhost"))
        .body("items[1].settings.createBucket", equalTo("false"));
  }

  @Test
  void operatorsSeeAttemptsAndWhatWaits() {
    UUID id = deadDelivery();
    assertThat(id).isNotNull();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                Service.asAdmin()
                    .get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .body(containsString("ledgerline_delivery_attempts_seconds_count"))
                    .body(containsString("ledgerline_deliveries_total"))
                    .body(containsString("ledgerline_deliveries_oldest_waiting_seconds"))
                    .body(containsString("ledgerline_deliveries_standing{channel=\"email\"")));
  }

  @Test
  void healthIsOpenAndSaysWhatItChecks() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "checks.name",
            hasItems("database", "schema", "mail-server", "object-store", "report-service"));
  }

  @Test
  void listsHavePagesReadsHaveTagsAndBodiesHaveExamples() {
    assertThat(new ApiWalk(Service::asAdmin, Set.of()).faults()).isEmpty();
  }

  @Test
  void theDocumentNamesEveryCall() {
    Service.asAdmin()
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body(containsString("/api/v1/deliveries/{id}/replays"))
        .body(containsString("/api/v1/dead-letters"))
        .body(containsString("/api/v1/channels"))
        .body(containsString("finops@example.org"))
        .body(not(containsString("Uni")));
  }

  private UUID deadDelivery() {
    return deadDelivery(null);
  }

  private UUID deadDelivery(AccessScope scope) {
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org"));
    ReportCompleted report =
        Reports.about(scope, Reports.to("daily-usage", shelf.announce("gone.csv", CSV), target));
    Service.announce(report);
    Service.await(report, target, State.DEAD);
    return DeliveryIds.of(report.runId(), target);
  }
}
