package io.ledgerline.notify.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.ArtifactRef;
import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.local.client.ReceivedMail;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.notify.support.ArtifactShelf;
import io.ledgerline.notify.support.Impatience;
import io.ledgerline.notify.support.NotifyServiceTest;
import io.ledgerline.notify.support.Reports;
import io.ledgerline.notify.support.Service;
import io.ledgerline.testkit.Mailbox;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@NotifyServiceTest
class MailedReportIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String SUBJECT =
      "Amazon bedrock charges incurred details for each model invocations for last 24hr data";
  private static final byte[] CSV =
      "Account_ID,Identity_ARN\n123456789012,arn:aws:iam::1:user/\u00e4\n"
          .getBytes(StandardCharsets.UTF_8);

  private final Mailbox mailbox = Mailbox.open();
  private ArtifactShelf shelf;

  @BeforeEach
  void open() {
    shelf = ArtifactShelf.open();
    mailbox.clear();
  }

  @Test
  void case13TheDailyUsageReportIsOneMailWithTheFileAttached() {
    String name = fileName(1);
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org", "b@example.org"));
    ReportCompleted report = Reports.to("daily-usage", shelf.put(name, CSV), target);

    Service.announce(report);

    ReceivedMail mail = mailbox.await(SOON, m -> holds(m, name));
    assertThat(mail.subject()).isEqualTo(SUBJECT);
    assertThat(mail.text()).isEqualTo(SUBJECT + " is attached with this mail for reference.");
    assertThat(mail.to()).containsExactly("a@example.org", "b@example.org");
    assertThat(mail.from()).isEqualTo("ledgerline@localhost");
    assertThat(mail.attachments()).hasSize(1);
    assertThat(mail.attachments().getFirst().mediaType()).isEqualTo("application/octet-stream");
    assertThat(mail.attachments().getFirst().bytes()).isEqualTo(CSV);
    JsonPath delivery = Service.await(report, target, State.DELIVERED);
    UUID id = DeliveryIds.of(report.runId(), target);
    assertThat(delivery.getString("receipt.messageId")).isEqualTo("<" + id + "@localhost>");
    assertThat(delivery.getInt("receipt.recipients")).isEqualTo(2);
    assertThat(delivery.getList("receipt.attachments")).isEqualTo(List.of(name));
    assertThat(delivery.getList("attemptLog.outcome")).isEqualTo(List.of("DELIVERED"));
    // What other tests left behind may still be mailed meanwhile.
    assertThat(mailbox.messages().stream().filter(m -> holds(m, name))).hasSize(1);
  }

  @Test
  void everyChangeIsPublishedWithAHigherRevision() {
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org"));
    ReportCompleted report = Reports.to("daily-usage", shelf.put(fileName(2), CSV), target);

    Service.announce(report);

    List<DeliveryUpdated> updates =
        Service.updatesUpTo(DeliveryIds.of(report.runId(), target), State.DELIVERED);
    // Published at least once each, in order; a slow machine may need another attempt.
    assertThat(updates).extracting(DeliveryUpdated::revision).isSorted().startsWith(1L);
    assertThat(updates.getFirst().state()).isEqualTo(State.PENDING);
    assertThat(updates.getLast().state()).isEqualTo(State.DELIVERED);
    assertThat(updates.getLast().revision()).isGreaterThan(1L);
    assertThat(updates.getLast().attempts()).isPositive();
    assertThat(updates.getLast().target()).isEqualTo("a@example.org");
    assertThat(updates.getLast().detail()).startsWith("Message-ID <");
    assertThat(updates.getLast().runId()).isEqualTo(report.runId());
  }

  @Test
  void aReportAnnouncedAgainIsNotMailedAgain() {
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org"));
    ReportCompleted report = Reports.to("daily-usage", shelf.put(fileName(3), CSV), target);

    Service.announce(report);
    Service.announce(report);
    Service.await(report, target, State.DELIVERED);
    Service.announce(report);
    ReportCompleted marker = Reports.to("daily-usage", shelf.put(fileName(4), CSV), target);
    Service.announce(marker);
    Service.await(marker, target, State.DELIVERED);

    assertThat(mailbox.messages().stream().filter(m -> holds(m, fileName(3)))).hasSize(1);
    assertThat(
            Service.asAdmin()
                .get("/api/v1/deliveries?runId=" + report.runId())
                .jsonPath()
                .getList("items"))
        .hasSize(1);
  }

  @Test
  void aReportAboveTheLimitIsNotAttachedButSaysWhereItIs() {
    byte[] large = new byte[Impatience.MAX_ATTACHMENT + 1];
    Arrays.fill(large, (byte) 'x');
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org"));
    ArtifactRef artifact = shelf.put(fileName(5), large);
    ReportCompleted report = Reports.to("daily-usage", artifact, target);

    Service.announce(report);

    ReceivedMail mail = mailbox.await(SOON, m -> m.text().contains(artifact.id().toString()));
    assertThat(mail.subject()).isEqualTo(SUBJECT);
    assertThat(mail.attachments()).isEmpty();
    assertThat(mail.text())
        .contains("https://billing.example.org/api/v1/artifacts/" + artifact.id() + "/content");
    assertThat(Service.await(report, target, State.DELIVERED).getList("receipt.attachments"))
        .isEmpty();
  }

  @Test
  void aReportJustBelowTheLimitArrivesByteForByte() {
    byte[] bytes = new byte[Impatience.MAX_ATTACHMENT];
    new Random(3).nextBytes(bytes);
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org"));
    Service.announce(Reports.to("daily-usage", shelf.put(fileName(6), bytes), target));

    ReceivedMail mail = mailbox.await(SOON, m -> holds(m, fileName(6)));
    assertThat(mail.attachments().getFirst().bytes()).isEqualTo(bytes);
  }

  @Test
  void anotherKindGetsADigestAndItsOwnMediaType() {
    DeliveryTarget target = new DeliveryTarget.Email(List.of("a@example.org"));
    Service.announce(Reports.to("chargeback", shelf.put("chargeback.csv", CSV), target));

    ReceivedMail mail = mailbox.await(SOON, m -> holds(m, "chargeback.csv"));
    assertThat(mail.subject()).startsWith("Ledgerline chargeback: 2023-11-16 00:00");
    assertThat(mail.text()).contains("Charges: 12.0000007 USD", "input_tokens: 18059974");
    assertThat(mail.attachments().getFirst().mediaType()).isEqualTo("text/csv");
  }

  private static boolean holds(ReceivedMail mail, String fileName) {
    return mail.attachments().stream().anyMatch(a -> fileName.equals(a.name()));
  }

  private static String fileName(int number) {
    return "AmazonBedrock_Charges_last_24hr_each_Model_170018820000%d.csv".formatted(number);
  }
}
