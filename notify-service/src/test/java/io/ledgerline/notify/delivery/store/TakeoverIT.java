package io.ledgerline.notify.delivery.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.message.DeliveryTarget;
import io.ledgerline.contracts.message.DeliveryUpdated.State;
import io.ledgerline.contracts.message.ReportCompleted;
import io.ledgerline.notify.channel.Shipment;
import io.ledgerline.notify.delivery.core.AttemptResult;
import io.ledgerline.notify.delivery.core.DeliveryIds;
import io.ledgerline.notify.delivery.core.Progress;
import io.ledgerline.notify.support.ArtifactShelf;
import io.ledgerline.notify.support.NotifyServiceTest;
import io.ledgerline.notify.support.Reports;
import io.ledgerline.notify.support.Service;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Replicas that die, and replicas that only seemed dead. */
@NotifyServiceTest
class TakeoverIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final DeliveryTarget MAIL = new DeliveryTarget.Email(List.of("a@example.org"));
  private static final byte[] CSV = "Account_ID\n".getBytes(StandardCharsets.UTF_8);

  @Inject StoredJson json;
  @Inject Settlement settlement;

  @Test
  void theWorkOfAReplicaThatDiedIsTakenOver() throws SQLException {
    ReportCompleted report = report("orphan.csv");
    UUID id = heldByAnother(report, Instant.now().minusSeconds(1));

    JsonPath delivery = Service.await(id, d -> "DELIVERED".equals(d.getString("state")));
    assertThat(delivery.getList("attemptLog.outcome")).isEqualTo(List.of("LOST", "DELIVERED"));
    assertThat(delivery.getString("attemptLog[0].detail")).contains("ended before");
    assertThat(delivery.getInt("attempts")).isEqualTo(2);
  }

  @Test
  void onlyTheLatestClaimMayWrite() throws SQLException {
    ReportCompleted report = report("held.csv");
    UUID id = heldByAnother(report, Instant.now().plusSeconds(600));
    Progress after = new Progress(State.DELIVERED, 1, 1, 2, null);
    AttemptResult result = AttemptResult.delivered("fine");

    assertThat(settle(claim(id, report, 6), result, after)).isFalse();
    assertThat(Service.delivery(id).extract().jsonPath().getString("state")).isEqualTo("PENDING");

    assertThat(settle(claim(id, report, 7), result, after)).isTrue();
    assertThat(Service.delivery(id).extract().jsonPath().getString("state")).isEqualTo("DELIVERED");
    // A second word on the same claim is one too many.
    assertThat(settle(claim(id, report, 7), result, after)).isFalse();
  }

  @Test
  void whatAnotherReplicaHoldsIsLeftAlone() throws SQLException {
    ReportCompleted held = report("left-alone.csv");
    UUID id = heldByAnother(held, Instant.now().plusSeconds(600));
    ReportCompleted marker = report("marker.csv");
    Service.announce(marker);
    Service.await(marker, MAIL, State.DELIVERED);

    JsonPath delivery = Service.delivery(id).extract().jsonPath();
    assertThat(delivery.getString("state")).isEqualTo("PENDING");
    assertThat(delivery.getList("attemptLog.outcome")).isEqualTo(List.of("RUNNING"));
    assertThat(delivery.getString("nextAttemptAt")).isNull();
  }

  private boolean settle(Claim claim, AttemptResult result, Progress after) {
    return settlement.settle(claim, result, after, null).await().atMost(SOON);
  }

  private static Claim claim(UUID id, ReportCompleted report, long fence) {
    return new Claim(
        new Shipment(id, report, MAIL),
        new Progress(State.PENDING, 1, 1, 1, Instant.now()),
        fence,
        false,
        Instant.now(),
        Instant.now().plusSeconds(600),
        "");
  }

  private static ReportCompleted report(String name) {
    return Reports.to("daily-usage", ArtifactShelf.open().put(name, CSV), MAIL);
  }

  /** A delivery in its first attempt by a replica that is not this one, with fence 7. */
  private UUID heldByAnother(ReportCompleted report, Instant leaseUntil) throws SQLException {
    UUID id = DeliveryIds.of(report.runId(), MAIL);
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      run(
          connection,
          "INSERT INTO completed_report (run_id, tenant, kind, message, received_at)"
              + " VALUES (?, 'default', ?, ?, now())",
          report.runId(),
          report.kind(),
          json.write(report));
      run(
          connection,
          "INSERT INTO delivery (id, run_id, tenant, kind, channel, address, target, state,"
              + " attempts, round, revision, due_at, lease_until, fence, created_at, updated_at)"
              + " VALUES (?, ?, 'default', ?, 'email', ?, ?, 'PENDING', 1, 1, 1, now(),"
              + " ?::timestamptz, 7, now(), now())",
          id,
          report.runId(),
          report.kind(),
          MAIL.address(),
          json.write(MAIL),
          leaseUntil.toString());
      run(
          connection,
          "INSERT INTO delivery_attempt (delivery_id, number, started_at, outcome)"
              + " VALUES (?, 1, now(), 'RUNNING')",
          id);
      connection.commit();
    }
    return id;
  }

  private static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
