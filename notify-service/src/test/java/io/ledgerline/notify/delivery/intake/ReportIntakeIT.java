package io.ledgerline.notify.delivery.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.notify.support.ArtifactShelf;
import io.ledgerline.notify.support.NotifyServiceTest;
import io.ledgerline.notify.support.Reports;
import io.ledgerline.notify.support.Service;
import io.ledgerline.platform.messaging.DeadLetters;
import io.ledgerline.testkit.KafkaProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@NotifyServiceTest
class ReportIntakeIT {
  private static final byte[] CSV = "Account_ID\n".getBytes(StandardCharsets.UTF_8);
  private static final DeliveryTarget MAIL = new DeliveryTarget.Email(List.of("a@example.org"));

  private final ArtifactShelf shelf = ArtifactShelf.open();

  @Test
  void aPoisonRecordIsPutAsideAloneWithItsCause() {
    String key = UUID.randomUUID().toString();
    byte[] poison = "{\"runId\":\"no\"}".getBytes(StandardCharsets.UTF_8);
    ReportCompleted before = Reports.to("daily-usage", shelf.put("before.csv", CSV), MAIL);
    ReportCompleted after = Reports.to("daily-usage", shelf.put("after.csv", CSV), MAIL);

    Service.announce(before);
    Service.send(key, poison);
    Service.announce(after);

    Service.await(before, MAIL, State.DELIVERED);
    Service.await(after, MAIL, State.DELIVERED);
    ConsumerRecord<String, byte[]> letter = deadLetter(key);
    assertThat(letter.value()).isEqualTo(poison);
    assertThat(header(letter, DeadLetters.TOPIC)).isEqualTo(Topics.REPORT_COMPLETED);
    assertThat(header(letter, DeadLetters.CAUSE)).contains("ReportCompleted");
  }

  @Test
  void aRecordThatTheDatabaseRefusesIsPutAsideToo() {
    ReportCompleted report = Reports.to("bad\u0000kind", shelf.put("nul.csv", CSV), MAIL);

    Service.announce(report);

    assertThat(deadLetter(report.runId().toString()).value()).isNotEmpty();
  }

  @Test
  void aReportWithoutTargetsLeavesNothing() {
    ReportCompleted none = Reports.of("daily-usage");
    ReportCompleted after = Reports.to("daily-usage", shelf.put("next.csv", CSV), MAIL);
    Service.announce(none);
    Service.announce(after);

    Service.await(after, MAIL, State.DELIVERED);
    assertThat(
            Service.asAdmin()
                .get("/api/v1/deliveries?runId=" + none.runId())
                .jsonPath()
                .getList("items"))
        .isEmpty();
  }

  private static ConsumerRecord<String, byte[]> deadLetter(String key) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      return kafka
          .await(
              Topics.deadLettersOf(Topics.REPORT_COMPLETED),
              Duration.ofSeconds(30),
              records -> records.stream().anyMatch(r -> r.key().equals(key)))
          .stream()
          .filter(r -> r.key().equals(key))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String header(ConsumerRecord<String, byte[]> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
