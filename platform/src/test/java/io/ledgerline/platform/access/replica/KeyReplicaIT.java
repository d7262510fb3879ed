package io.ledgerline.platform.access.replica;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.AccessKey;
import io.ledgerline.contracts.message.AccessTenant;
import io.ledgerline.contracts.message.Topics;
import io.ledgerline.local.parts.PartName;
import io.ledgerline.platform.access.KeyText;
import io.ledgerline.platform.messaging.MessageCodec;
import io.ledgerline.testkit.KafkaProbe;
import io.ledgerline.testkit.LedgerlineParts;
import io.ledgerline.testkit.SuiteParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(LedgerlineParts.class)
class KeyReplicaIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final MessageCodec CODEC = MessageCodec.create();
  private static KafkaProbe kafka;

  private final KeyText key = KeyText.generate(new SecureRandom());

  @BeforeAll
  static void connect() {
    kafka = KafkaProbe.connect();
  }

  @AfterAll
  static void disconnect() {
    kafka.close();
  }

  @Test
  void aKeyOpensTheServiceOnceItsRecordArrivedUntilItIsRevoked() {
    awaitStatus(401);
    send(1, null, null);
    awaitStatus(200);
    send(2, null, Instant.parse("2026-01-01T00:00:00Z"));
    awaitStatus(401);
  }

  @Test
  void anOldRevisionThatArrivesLateChangesNothing() {
    send(2, null, Instant.parse("2026-01-01T00:00:00Z"));
    send(1, null, null);
    KeyText later = KeyText.generate(new SecureRandom());
    send(later, 1, null, null);
    await().atMost(PATIENCE).until(() -> status(later) == 200);

    awaitStatus(401);
  }

  @Test
  void anExpiredKeyIsRefused() {
    send(1, Instant.parse("2026-01-01T00:00:00Z"), null);
    KeyText later = KeyText.generate(new SecureRandom());
    send(later, 1, null, null);
    await().atMost(PATIENCE).until(() -> status(later) == 200);

    awaitStatus(401);
  }

  @Test
  void aSuspendedTenantsKeysStopUntilItIsTakenBack() {
    TenantId tenant = new TenantId("in-arrears");
    AccessKey theirs =
        new AccessKey(
            key.prefix(), key.sha256(), tenant, "theirs", Set.of("viewer"), null, null, 1, null);
    kafka.send(Topics.ACCESS_KEYS, key.prefix(), CODEC.encode(theirs));
    awaitStatus(200);
    standing(tenant, 2, Instant.parse("2026-01-01T00:00:00Z"));
    awaitStatus(401);
    standing(tenant, 1, null);
    standing(tenant, 3, null);
    awaitStatus(200);
  }

  private static void standing(TenantId tenant, long revision, Instant suspendedAt) {
    AccessTenant message = new AccessTenant(tenant, suspendedAt, revision);
    kafka.send(Topics.ACCESS_TENANTS, tenant.value(), CODEC.encode(message));
  }

  @Test
  void anUnreadableRecordGoesToTheDeadLettersAndTheNextIsKept() {
    kafka.send(Topics.ACCESS_KEYS, "poison", new byte[] {'{'});
    send(1, null, null);

    awaitStatus(200);
    kafka.awaitCount(Topics.deadLettersOf(Topics.ACCESS_KEYS), 1);
  }

  @Test
  void aDatabaseThatIsAwayIsNoWrongKeyAndTheServiceGoesOnWhenItIsBack() {
    send(1, null, null);
    awaitStatus(200);
    try (SuiteParts.Outage _ = SuiteParts.get().outageOf(PartName.POSTGRES)) {
      awaitStatus(503);
      given().get("/q/health/ready").then().statusCode(503);
    }
    awaitStatus(200);
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
  }

  private void awaitStatus(int status) {
    await().atMost(PATIENCE).until(() -> status(key) == status);
  }

  private static int status(KeyText key) {
    return given().header("X-API-Key", key.text()).get("/api/v1/notes").statusCode();
  }

  private void send(long revision, Instant expiresAt, Instant revokedAt) {
    send(key, revision, expiresAt, revokedAt);
  }

  private static void send(KeyText key, long revision, Instant expiresAt, Instant revokedAt) {
    AccessKey message =
        new AccessKey(
            key.prefix(),
            key.sha256(),
            TenantId.DEFAULT,
            "a key",
            Set.of("viewer"),
            expiresAt,
            revokedAt,
            revision);
    kafka.send(Topics.ACCESS_KEYS, key.prefix(), CODEC.encode(message));
  }
}
