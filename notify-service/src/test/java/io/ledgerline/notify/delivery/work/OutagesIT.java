package io.ledgerline.notify.delivery.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.local.client.ReceivedMail;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.notify.support.ArtifactShelf;
import io.ledgerline.notify.support.NotifyServiceTest;
import io.ledgerline.notify.support.Reports;
import io.ledgerline.notify.support.Service;
import io.ledgerline.testkit.Mailbox;
import io.ledgerline.testkit.SuiteParts;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whatever is away: what was accepted is kept, and goes on when it is back. */
@NotifyServiceTest
class OutagesIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration LEASE = Duration.ofSeconds(3);
  private static final byte[] CSV = "Account_ID\n1\n".getBytes(StandardCharsets.UTF_8);
  private static final DeliveryTarget MAIL = new DeliveryTarget.Email(List.of("a@example.org"));

  private final ArtifactShelf shelf = ArtifactShelf.open();
  private final Mailbox mailbox = Mailbox.open();

  @Test
  void aMailServerThatIsAwayIsWaitedFor() {
    ReportCompleted report = Reports.to("daily-usage", shelf.put("away.csv", CSV), MAIL);
    UUID id = DeliveryIds.of(report.runId(), MAIL);
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.MAIL)) {
      assertThat(outage).isNotNull();
      Service.announce(report);

      JsonPath waiting =
          Service.await(
              id, d -> "RETRYING".equals(d.getString("state")) && d.getInt("attempts") > 2);
      assertThat(waiting.getString("detail")).containsIgnoringCase("refused");
      assertThat(waiting.getString("attemptLog[0].outcome")).isEqualTo("FAILED");
      assertThat(waiting.getString("attemptLog[0].finishedAt")).isNotNull();
      assertThat(readiness("mail-server")).isEqualTo("DOWN");
    }
    Service.await(report, MAIL, State.DELIVERED);
    assertThat(mailsWith("away.csv")).isEqualTo(1);
    assertThat(readiness("mail-server")).isEqualTo("UP");
  }

  @Test
  void reportServiceThatIsAwayIsWaitedFor() {
    ArtifactRef artifact = shelf.put("unread.csv", CSV);
    shelf.refuse(artifact, 503);
    ReportCompleted report = Reports.to("daily-usage", artifact, MAIL);
    Service.announce(report);

    assertThat(Service.await(report, MAIL, State.RETRYING).getString("detail"))
        .contains("HTTP 503");
    shelf.mend(artifact);
    Service.await(report, MAIL, State.DELIVERED);
  }

  @Test
  void bytesThatAreNotTheAnnouncedOnesAreNeverSent() {
    ArtifactRef artifact = shelf.put("tampered.csv", CSV);
    shelf.replace(artifact, "Account_ID\n2\n".getBytes(StandardCharsets.UTF_8));
    ReportCompleted report = Reports.to("daily-usage", artifact, MAIL);
    Service.announce(report);

    assertThat(Service.await(report, MAIL, State.RETRYING).getString("detail"))
        .contains("another SHA-256");
    assertThat(mailsWith("tampered.csv")).isZero();
    shelf.replace(artifact, CSV);
    Service.await(report, MAIL, State.DELIVERED);
    assertThat(mailsWith("tampered.csv")).isEqualTo(1);
  }

  @Test
  void anArtifactThatIsNotThereIsADeadLetterAtOnce() {
    ReportCompleted report = Reports.to("daily-usage", shelf.announce("never.csv", CSV), MAIL);
    Service.announce(report);

    JsonPath dead = Service.await(report, MAIL, State.DEAD);
    assertThat(dead.getInt("attempts")).isEqualTo(1);
    assertThat(dead.getString("detail")).contains("has no artifact");
    assertThat(dead.getString("nextAttemptAt")).isNull();
  }

  @Test
  void aBrokerThatIsAwayHoldsUpMessagesButNoMail() {
    ArtifactRef artifact = shelf.put("brokerless.csv", CSV);
    shelf.refuse(artifact, 503);
    ReportCompleted report = Reports.to("daily-usage", artifact, MAIL);
    UUID id = DeliveryIds.of(report.runId(), MAIL);
    Service.announce(report);
    Service.await(report, MAIL, State.RETRYING);
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.KAFKA)) {
      assertThat(outage).isNotNull();
      shelf.mend(artifact);
      mailbox.await(SOON, mail -> carries(mail, "brokerless.csv"));
      Service.await(report, MAIL, State.DELIVERED);
    }
    assertThat(Service.updatesUpTo(id, State.DELIVERED).getLast().attempts()).isGreaterThan(1);
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedForAndNothingIsMailedTwice() {
    ReportCompleted report = Reports.to("daily-usage", shelf.put("tableless.csv", CSV), MAIL);
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES)) {
      assertThat(outage).isNotNull();
      Service.announce(report);
      Service.asAdmin().get("/api/v1/deliveries").then().statusCode(503);
      assertThat(readiness("database")).isEqualTo("DOWN");
    }
    Service.await(report, MAIL, State.DELIVERED);
    assertThat(mailsWith("tableless.csv")).isEqualTo(1);
  }

  @Test
  void aLongAttemptIsNotTakenForALostOne() {
    ArtifactRef artifact = shelf.put("slow.csv", CSV);
    shelf.hold(artifact);
    ReportCompleted report = Reports.to("daily-usage", artifact, MAIL);
    UUID id = DeliveryIds.of(report.runId(), MAIL);
    Service.announce(report);
    Service.await(id, d -> d.getInt("attempts") == 1);

    Awaitility.await()
        .during(LEASE.plusSeconds(2))
        .atMost(SOON)
        .until(() -> Service.delivery(id).extract().jsonPath().getInt("attempts") == 1);
    shelf.release(artifact);
    assertThat(Service.await(report, MAIL, State.DELIVERED).getInt("attempts")).isEqualTo(1);
  }

  @Test
  void anOutcomeWaitsForTheDatabaseAndIsNotForgotten() {
    ArtifactRef artifact = shelf.put("unsettled.csv", CSV);
    shelf.hold(artifact);
    ReportCompleted report = Reports.to("daily-usage", artifact, MAIL);
    UUID id = DeliveryIds.of(report.runId(), MAIL);
    Service.announce(report);
    Service.await(id, d -> d.getInt("attempts") == 1);
    try (SuiteParts.Outage outage = SuiteParts.get().outageOf(PartName.POSTGRES)) {
      assertThat(outage).isNotNull();
      shelf.release(artifact);
      mailbox.await(SOON, mail -> carries(mail, "unsettled.csv"));
      Instant leaseHasEnded = Instant.now().plus(LEASE);
      Awaitility.await().atMost(SOON).until(() -> Instant.now().isAfter(leaseHasEnded));
    }
    JsonPath delivered = Service.await(report, MAIL, State.DELIVERED);
    assertThat(delivered.getInt("attempts")).isEqualTo(1);
    assertThat(mailsWith("unsettled.csv")).isEqualTo(1);
  }

  private long mailsWith(String fileName) {
    return mailbox.messages().stream().filter(mail -> carries(mail, fileName)).count();
  }

  private static boolean carries(ReceivedMail mail, String fileName) {
    return mail.attachments().stream().anyMatch(a -> fileName.equals(a.name()));
  }

  private static String readiness(String check) {
    return Service.asAdmin()
        .get("/q/health/ready")
        .jsonPath()
        .getString("checks.find { it.name == '" + check + "' }.status");
  }
}
