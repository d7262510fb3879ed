package io.ledgerline.notify.support;

import static io.restassured.RestAssured.given;

import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The service under test as its neighbours see it: topics and REST. */
public final class Service {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final MessageCodec CODEC = MessageCodec.create();

  private Service() {}

  /** Announces a report, as report-service does. */
  public static void announce(ReportCompleted report) {
    send(report.runId().toString(), CODEC.encode(report));
  }

  /** Puts any bytes on {@code report.completed}. */
  public static void send(String key, byte[] value) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      kafka.send(Topics.REPORT_COMPLETED, key, value);
    }
  }

  /** A call with an admin's key. */
  public static RequestSpecification asAdmin() {
    return as(TestKeys.ADMIN);
  }

  /** A call with a key. */
  public static RequestSpecification as(String key) {
    return given().header("Authorization", TestKeys.bearer(key));
  }

  /** A delivery as REST shows it. */
  public static ValidatableResponse delivery(UUID id) {
    return asAdmin().get("/api/v1/deliveries/{id}", id).then();
  }

  /** Waits until the delivery of a report to its target is in a state, and returns it. */
  public static JsonPath await(
      ReportCompleted report, DeliveryTarget target, DeliveryUpdated.State state) {
    return await(
        DeliveryIds.of(report.runId(), target),
        found -> state.name().equals(found.getString("state")));
  }

  /** Waits until a delivery is as wanted, and returns it. */
  public static JsonPath await(UUID id, Predicate<JsonPath> wanted) {
    return Awaitility.await("delivery " + id)
        .atMost(SOON)
        .pollInterval(POLL)
        .until(
            () -> asAdmin().get("/api/v1/deliveries/{id}", id).jsonPath(),
            found -> found.get("id") != null && wanted.test(found));
  }

  /** Waits until the newest published change of a delivery is to {@code state}; all, in order. */
  public static List<DeliveryUpdated> updatesUpTo(UUID id, DeliveryUpdated.State state) {
    try (KafkaProbe kafka = KafkaProbe.connect()) {
      return Awaitility.await("changes of " + id)
          .atMost(SOON)
          .pollInterval(POLL)
          .until(
              () ->
                  kafka.records(Topics.DELIVERY_UPDATED).stream()
                      .filter(record -> record.key().equals(id.toString()))
                      .map(record -> CODEC.decode(record.value(), DeliveryUpdated.class))
                      .toList(),
              changes -> !changes.isEmpty() && changes.getLast().state() == state);
    }
  }
}
